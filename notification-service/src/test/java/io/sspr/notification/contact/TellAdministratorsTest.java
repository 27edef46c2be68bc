package io.sspr.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Branding;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.reset.AdminContacted;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.notification.delivery.Mail;
import io.sspr.notification.delivery.Outgoing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellAdministratorsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:59Z");
    private static final UUID SUPPORT_CODE = UUID.fromString("6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01");
    private static final UUID RESET = UUID.fromString("11111111-5b1a-4a57-9a58-0d6c1a3a5b01");
    private static final UUID ALICE = UUID.fromString("22222222-5b1a-4a57-9a58-0d6c1a3a5b01");
    private static final String PORTAL = "https://password.contoso.example/admin/users";
    private static final String LOGO = "https://www.contoso.example/logo.png";
    private static final Notice TO_HELEN = new Notice(Audience.ADMINISTRATOR, "helen@contoso.example", "en");
    private static final Notice TO_BOB = new Notice(Audience.ADMINISTRATOR, "bob@contoso.example", "ja");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Outgoing outgoing = new Outgoing(clock);
    private final TellAdministrators tellAdministrators =
            new TellAdministrators(outgoing.tryToDeliver(), outgoing.sendMail(), outgoing.reportDelivery(), clock);

    @Test
    void administratorReadsWhoWhenWhyAndWhatToDo_R_HLP_05() {
        Mail mail = TellAdministrators.mail(TO_HELEN, contacted(SsprCode.USER_NOT_LICENSED, "UserNotLicensed"));

        assertThat(mail.subject()).isEqualTo("Contoso: alice@contoso.example needs help with a password");
        assertThat(mail.text().split("\r\n\r\n"))
                .satisfiesExactly(
                        what -> assertThat(what)
                                .isEqualTo("Alice A. (alice@contoso.example) of Contoso could not reset the password"
                                        + " and asked for your help on 22 November 2026, 09:30 UTC."),
                        why -> assertThat(why).contains("SSPR_0012", "licence"),
                        warning -> assertThat(warning).contains("make sure that it is really them"),
                        steps -> assertThat(steps)
                                .contains("sign in", "look for alice@contoso.example", "never by mail"),
                        portal -> assertThat(portal).isEqualTo("Administration portal: " + PORTAL),
                        code -> assertThat(code).isEqualTo("Support code: " + SUPPORT_CODE),
                        fewer -> assertThat(fewer).contains("for everybody", "helpdesk"));
    }

    @Test
    void administratorReadsItInTheirLanguage_R_HLP_05() {
        Mail mail = TellAdministrators.mail(TO_BOB, contacted(SsprCode.USER_NOT_LICENSED, "UserNotLicensed"));

        assertThat(mail.subject()).isEqualTo("Contoso: alice@contoso.example さんがパスワードの件で助けを求めています");
        assertThat(mail.text())
                .contains("Contoso の Alice A. (alice@contoso.example) さん", "2026年11月22日 09:30 UTC", "SSPR_0012")
                .contains("本人であることを必ず確認", "メールでは送らない", PORTAL, SUPPORT_CODE.toString());
        assertThat(mail.html()).contains("lang=\"ja\"");
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsExplained_R_HLP_05(SsprCode code) {
        Message<AdminContacted> message = contacted(code, code.title());

        assertThat(TellAdministrators.mail(TO_HELEN, message).text()).contains("In the way: " + code.code() + ".");
        assertThat(TellAdministrators.mail(TO_BOB, message).text()).contains("原因: " + code.code() + "。");
    }

    @Test
    void blockIsNamedAndSoIsThatNothingIsKnown_R_HLP_05() {
        assertThat(TellAdministrators.mail(TO_HELEN, contacted(null, "Throttled"))
                        .text())
                .contains("too many attempts");
        assertThat(TellAdministrators.mail(TO_HELEN, contacted(null, null)).text())
                .contains("nothing that shows from here")
                .doesNotContain("SSPR_00", "null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void noLinkOfItResetsAnything_R_HLP_05(String language) {
        Notice notice = new Notice(Audience.ADMINISTRATOR, "helen@contoso.example", language);

        Mail mail = TellAdministrators.mail(notice, contacted(SsprCode.USER_NOT_LICENSED, "UserNotLicensed"));

        assertThat(mail.text().replace(PORTAL, "")).doesNotContain("http", "192.0.2.7", ALICE.toString(), "%");
        assertThat(mail.html().replace(PORTAL, "").replace(LOGO, "")).doesNotContain("http", "href", RESET.toString());
    }

    @Test
    void withoutAPublicAddressThereIsNoLink_R_HLP_05() {
        AdminContacted fact = new AdminContacted(
                RESET, alice("Alice A."), null, null, null, null, "Contoso", null, null, List.of(TO_HELEN));

        assertThat(TellAdministrators.mail(TO_HELEN, message(fact)).text())
                .doesNotContain("http", "null", "Administration portal:")
                .contains("sign in to the administration portal");
    }

    @Test
    void whoHasNoDisplayNameIsCalledByTheUserName_R_HLP_05() {
        AdminContacted fact = new AdminContacted(
                RESET, alice(null), null, null, null, null, "Contoso", null, PORTAL, List.of(TO_HELEN));

        assertThat(TellAdministrators.mail(TO_HELEN, message(fact)).text())
                .startsWith("alice@contoso.example of Contoso")
                .doesNotContain("null");
    }

    @Test
    void nameCannotBecomeMarkup_R_HLP_05() {
        AdminContacted fact = new AdminContacted(
                RESET, alice("<a href=x>"), null, null, null, null, "Contoso", null, PORTAL, List.of(TO_HELEN));

        assertThat(TellAdministrators.mail(TO_HELEN, message(fact)).html()).contains("&lt;a href=x&gt;");
    }

    @Test
    void eachOfAHundredGetsAMailOfTheirOwn_R_HLP_04() {
        List<Notice> hundred = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> new Notice(Audience.ADMINISTRATOR, "admin%03d@contoso.example".formatted(i), "en"))
                .toList();
        Message<AdminContacted> message = contacted(hundred);

        tellAdministrators.tell(message);

        assertThat(outgoing.mails())
                .extracting(Mail::to)
                .containsExactlyElementsOf(hundred.stream().map(Notice::address).toList());
        assertThat(outgoing.mails())
                .allSatisfy(mail -> assertThat(mail.text() + mail.html()).doesNotContain("admin0", "admin1"));
        assertThat(outgoing.facts()).hasSize(100).containsOnly(new Delivered(RESET, Content.NOTICE, Channel.EMAIL, 1));
    }

    @Test
    void senderSaysOnWhoseBehalf_R_HLP_10() {
        assertThat(TellAdministrators.mail(TO_HELEN, contacted(null, null)).senderName())
                .isEqualTo("Account security on behalf of Contoso");
        assertThat(TellAdministrators.mail(TO_BOB, contacted(null, null)).senderName())
                .isEqualTo("Contoso の代理 (アカウント セキュリティ)");
    }

    @Test
    void mailWearsTheTenantsLogoAndColour_R_CFG_26() {
        Mail mail = TellAdministrators.mail(TO_HELEN, contacted(null, null));

        assertThat(mail.html()).contains("#0A58CA", "<img src=\"" + LOGO + "\" alt=\"Contoso\"");
    }

    @Test
    void nobodyIsToldTwice_R_HLP_06() {
        outgoing.handledBefore();

        tellAdministrators.tell(contacted(null, null));

        assertThat(outgoing.mails()).isEmpty();
        assertThat(outgoing.facts()).isEmpty();
    }

    @Test
    void nobodyIsToldOfSomebodyUnknown_R_HLP_07() {
        tellAdministrators.tell(message(new AdminContacted(
                RESET,
                Person.unknown("192.0.2.7"),
                "EMAIL",
                Channel.EMAIL,
                null,
                null,
                "Contoso",
                null,
                PORTAL,
                List.of())));

        assertThat(outgoing.mails()).isEmpty();
    }

    @Test
    void outsideAResetTheFactStandsForIt() {
        Message<AdminContacted> message = message(new AdminContacted(
                null, alice("Alice A."), null, null, null, null, "Contoso", null, PORTAL, List.of(TO_HELEN)));

        tellAdministrators.tell(message);

        assertThat(outgoing.facts()).containsExactly(new Delivered(message.id(), Content.NOTICE, Channel.EMAIL, 1));
    }

    private static Message<AdminContacted> contacted(SsprCode code, String reason) {
        return message(new AdminContacted(
                RESET,
                alice("Alice A."),
                "EMAIL",
                Channel.EMAIL,
                code,
                reason,
                "Contoso",
                new Branding(LOGO, "#0A58CA"),
                PORTAL,
                List.of(TO_HELEN, TO_BOB)));
    }

    private static Message<AdminContacted> contacted(List<Notice> notices) {
        return message(
                new AdminContacted(RESET, alice("Alice A."), null, null, null, null, "Contoso", null, PORTAL, notices));
    }

    private static Message<AdminContacted> message(AdminContacted fact) {
        return new Message<>(UUID.randomUUID(), NOW, "/reset-service", "contoso", ALICE.toString(), SUPPORT_CODE, fact);
    }

    private static Person alice(String displayName) {
        return new Person(ALICE, displayName, "alice@contoso.example", "192.0.2.7");
    }
}
