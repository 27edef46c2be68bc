package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page with which a reset ends that cannot be: its number, what the user can do, and the way to the administrators. */
@Tag("browser")
class RefusalsInBrowserIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();

    @RegisterExtension
    final Visitors visitors = new Visitors();

    /** Who is refused as soon as they say who they are, and with which number; each in both languages. */
    static Stream<Arguments> refusedAtOnce() {
        return Look.everyLanguage()
                .flatMap(look -> Stream.of(
                        Arguments.of(look, "noor", "SSPR_0009"),
                        Arguments.of(look, "fay", "SSPR_0010"),
                        Arguments.of(look, "abe", "SSPR_0011"),
                        Arguments.of(look, "ulla", "SSPR_0012"),
                        Arguments.of(look, "noel", "SSPR_0013"),
                        Arguments.of(look, "mia", "SSPR_0014"),
                        Arguments.of(look, "tara", "SSPR_0030")));
    }

    @ParameterizedTest
    @MethodSource("refusedAtOnce")
    void eachNumberEndsTheResetAndIsInItsTechnicalDetail_R_ERR_43(Look look, String user, String code) {
        DemoAccount account = SYSTEM.seeded(user);

        Visitor visitor =
                new ResetPages(visitors.with(look)).identify(account.upn()).visitor();

        shows(visitor, code);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aPasswordThatCannotBeWrittenBackEndsWith29(Look look) {
        DemoAccount rita = SYSTEM.seeded("rita");
        ResetPages reset =
                new ResetPages(visitors.with(look)).identify(rita.upn()).passByMail(rita);

        reset.submit(SYSTEM.tour().journeys().newPassword()).awaitResult();

        shows(reset.visitor(), "SSPR_0029");
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void whoeverIsUnknownDisabledOrAGuestReadsTheSame_R_ERR_91(Look look) {
        SYSTEM.seeded("dina");
        SYSTEM.seeded("gus");
        String nobody = "nobody-" + UUID.randomUUID().toString().substring(0, 8) + "@contoso.example";

        List<String> read = Stream.of("dina@contoso.example", "gus@contoso.example", nobody)
                .map(name -> new ResetPages(visitors.with(look)).identify(name).visitor())
                .map(visitor -> visitor.words().replace(visitor.meta("sspr-cid"), ""))
                .toList();

        assertThat(read.get(1)).isEqualTo(read.get(0));
        assertThat(read.get(2)).isEqualTo(read.get(0));
    }

    @Test
    void tooManyWrongCodesBlockTheUser_R_ERR_92() {
        DemoAccount theo = SYSTEM.seeded("theo");
        ResetPages reset =
                new ResetPages(visitors.with(Look.ENGLISH)).identify(theo.upn()).choose("MAIL");

        for (int i = 0; i < 5 && reset.visitor().path().equals(ResetPages.CODE); i++) {
            reset.typeCode("00000" + i);
        }

        assertThat(reset.visitor().path()).isEqualTo(ResetPages.RESULT);
        assertThat(reset.visitor().sees("main [role=alert]")).isTrue();
        SYSTEM.seeded("theo");
    }

    /** Title, sentence, technical detail behind a click, support code, and a link to the administrators. */
    private static void shows(Visitor visitor, String code) {
        assertThat(visitor.title()).isNotEmpty().doesNotContain("SSPR_");
        assertThat(visitor.sees("main details p")).isFalse();
        visitor.find("main details summary").click();
        assertThat(visitor.sees("main details p")).isTrue();
        assertThat(visitor.find("main details p").first().textContent()).startsWith(code + ":");
        assertThat(visitor.find("main .notice code").textContent()).isEqualTo(visitor.meta("sspr-cid"));
        assertThat(visitor.sees(ResetPages.CONTACT_LINK)).isTrue();
    }
}
