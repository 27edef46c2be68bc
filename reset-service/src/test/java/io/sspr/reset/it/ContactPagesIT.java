package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.Message;
import io.sspr.contract.SsprCode;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.contract.reset.AdminContacted;
import io.sspr.contract.reset.Notice;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on which users ask their administrators for help, as a browser without scripts sees them. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ContactPagesIT extends ResetWalk {
    private static final String CONTACT = "/passwordreset/contact";
    private static final String SENT = "/passwordreset/contact/sent";

    private Visit visit;

    @BeforeEach
    void appointAdministrator() {
        visit = new Visit(clock).speaking("en");
        importAccounts("""
            {"userPrincipalName": "pat@%s", "kind": "CLOUD_ONLY", "mail": "pat@mail.example",
             "preferredLanguage": "ja", "roles": ["Password Administrator"], "licences": ["ENTRA_P1"]}\
            """);
    }

    @Test
    void whoHasNoResetNamesTheAccount_R_HLP_01_R_HLP_07() {
        setPolicy("{\"ssprEnabled\": \"NONE\"}");
        visit.open(CONTACT).expect(200);

        askFor("cloud").expect(200);

        assertThat(visit.path()).isEqualTo(SENT);
        AdminContacted fact = fact().event();
        assertThat(fact.resetId()).isNull();
        assertThat(fact.user().userPrincipalName()).isEqualTo("cloud@" + domain());
        assertThat(fact.code()).isEqualTo(SsprCode.TENANT_SSPR_FLAG_DISABLED);
        assertThat(fact.notices()).extracting(Notice::address).containsExactly("pat@mail.example");
        assertThat(fact.notices()).extracting(Notice::language).containsExactly("ja");
        assertThat(visit.text()).contains(fact().supportCode().toString());
    }

    @Test
    void whereverTheLinkIsItLeadsHere_R_HLP_01() {
        setPolicy("{\"ssprEnabled\": \"NONE\"}");
        visit.open("/passwordreset").expect(200);

        visit.open(linkToContact()).expect(200);

        assertThat(visit.path()).isEqualTo(CONTACT);
        assertThat(visit.hasField("userId")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"nobody, UNKNOWN", "disabled, SIGN_IN_DISABLED", "guest, GUEST"})
    void nobodyIsToldOfWhoIsNotKnownAndTheAnswerIsTheSame_R_HLP_07(String name, Cause cause) {
        visit.open(CONTACT);
        askFor("cloud").expect(200);
        String known = comparablePage();

        visit.forgetCookies().open(CONTACT);
        askFor(name).expect(200);

        assertThat(visit.path()).isEqualTo(SENT);
        assertThat(comparablePage()).isEqualTo(known);
        AccountNotVerified fact =
                broker.await(AccountNotVerified.class, this::isShown).event();
        assertThat(fact.cause()).isEqualTo(cause);
        assertThat(broker.all(AdminContacted.class, this::isShown)).isEmpty();
    }

    @Test
    void nameUnderNoKnownDomainIsAnsweredToo_R_HLP_07() {
        visit.open(CONTACT);

        ask("somebody@nowhere-" + tenant + ".example").expect(200);

        assertThat(visit.path()).isEqualTo(SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "nobody"})
    void sixthRequestOfADayIsRefusedWhoeverIsMeant_R_HLP_06_R_HLP_07(String name) {
        for (int i = 0; i < 5; i++) {
            visit.open(CONTACT);
            askFor(name).expect(200);
        }
        visit.open(CONTACT);

        askFor(name).expect(429);

        assertThat(visit.text()).contains("five times within a day");
        clock.moveOn(Duration.ofHours(24).plusMinutes(1));
        visit.open(CONTACT);
        askFor(name).expect(200);
    }

    @Test
    void withoutACaptchaNobodyIsAsked_R_HLP_07() {
        visit.open(CONTACT).set("userId", "cloud@" + domain()).set("captcha", "none");

        visit.submit(CONTACT).expect(422);

        assertThat(visit.value("userId")).isEqualTo("cloud@" + domain());
        assertThat(visit.text()).contains("Please try the check once more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void whatIsNoNameIsAskedForAgain_R_HLP_07(String name) {
        visit.open(CONTACT);

        ask(name).expect(422);

        assertThat(visit.text()).contains("Type your user name");
    }

    @Test
    void fromWithinAResetOneButtonIsEnough_R_FLW_32_R_HLP_06() {
        Response begun = begin("cloud");
        visit.setCookie("reset", id(begun) + "." + begun.path("sessionToken"));
        visit.open(CONTACT).expect(200);
        assertThat(visit.hasField("userId")).isFalse();

        visit.submit(CONTACT).expect(200);
        visit.open(CONTACT).submit(CONTACT).expect(200);

        assertThat(visit.path()).isEqualTo(SENT);
        assertThat(visit.text()).contains(begun.<String>path("supportCode"));
        Message<AdminContacted> fact = broker.await(AdminContacted.class, message -> isOf(message, begun));
        assertThat(fact.event().resetId()).hasToString(id(begun));
        visit.forgetCookies().open(CONTACT);
        askFor("cloud");
        fact();
        assertThat(broker.all(AdminContacted.class, message -> isOf(message, begun)))
                .hasSize(1);
    }

    @Test
    void fromWithinAResetAnotherAccountCanBeNamed_R_HLP_01() {
        Response begun = begin("admin");
        visit.setCookie("reset", id(begun) + "." + begun.path("sessionToken"));
        visit.open(CONTACT).follow("It is about another account");
        assertThat(visit.hasField("userId")).isTrue();

        askFor("cloud").expect(200);

        assertThat(fact().event().user().userPrincipalName()).isEqualTo("cloud@" + domain());
    }

    @Test
    void aResetOfLongAgoIsInNobodysHand_R_HLP_01() {
        Response begun = begin("cloud");
        visit.setCookie("reset", id(begun) + "." + begun.path("sessionToken"));
        visit.open(CONTACT);
        clock.moveOn(Duration.ofMinutes(61));

        visit.submit(CONTACT).expect(200);

        assertThat(visit.path()).isEqualTo(CONTACT);
        assertThat(visit.hasField("userId")).isTrue();
    }

    @Test
    void theHelpdeskIsShownInstead_R_HLP_02_R_CFG_16() {
        setPolicy("{\"helpdesk\": {\"custom\": true, \"target\": \"https://help.example/password\"}}");
        Response begun = begin("cloud");
        visit.setCookie("reset", id(begun) + "." + begun.path("sessionToken"));

        visit.open(CONTACT).expect(200);

        assertThat(visit.heading()).isEqualTo("Your helpdesk is there for you");
        assertThat(visit.html())
                .contains("href=\"https://help.example/password\"")
                .doesNotContain("action=\"" + CONTACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "nobody"})
    void theHelpdeskIsShownToWhomeverNamesAnAccountOfTheirs_R_HLP_02_R_HLP_07_R_HLP_09(String name) {
        setPolicy("{\"helpdesk\": {\"custom\": true, \"target\": \"help@wingtip.example\"}}");
        visit.open(CONTACT);

        askFor(name).expect(200);

        assertThat(visit.html()).contains("href=\"mailto:help@wingtip.example\"");
        assertThat(visit.text()).contains("help@wingtip.example");
        assertThat(broker.all(AdminContacted.class, this::isShown)).isEmpty();
    }

    @Test
    void pagesAreInJapaneseToo_R_FLW_02() {
        visit.speaking("ja").open(CONTACT).expect(200);
        assertThat(visit.heading()).isEqualTo("管理者に連絡する");

        askFor("cloud").expect(200);

        assertThat(visit.heading()).isEqualTo("依頼を受け付けました");
    }

    @Test
    void nobodyIsToldAnythingWhoHasNotAsked() {
        visit.open(SENT).expect(200);

        assertThat(visit.path()).isEqualTo(CONTACT);
    }

    private Visit askFor(String name) {
        return ask(name + "@" + domain());
    }

    private Visit ask(String userId) {
        return visit.set("userId", userId).set("captcha", CaptchaSolver.take()).submit(CONTACT);
    }

    private Message<AdminContacted> fact() {
        return broker.await(AdminContacted.class, this::isShown);
    }

    private boolean isShown(Message<?> message) {
        return visit.text().contains(message.supportCode().toString());
    }

    private String linkToContact() {
        String html = visit.html();
        int at = html.indexOf("href=\"" + CONTACT);
        return html.substring(at + 6, html.indexOf('"', at + 6));
    }

    /** The page but for what is new on every one: codes, tokens, times. */
    private String comparablePage() {
        return visit.html()
                .replaceAll("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "code")
                .replaceAll("<time.*?</time>", "time");
    }
}
