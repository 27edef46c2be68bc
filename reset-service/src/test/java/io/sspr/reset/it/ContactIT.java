package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.Message;
import io.sspr.contract.SsprCode;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.reset.AdminContacted;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.contract.reset.ResetCancelled;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking the administrators for help, from within a reset, on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ContactIT extends ResetWalk {
    @BeforeEach
    void appointAdministrators() {
        importAccounts(row("pat", "Password Administrator") + "," + row("paz", "Password Administrator") + ","
                + row("uma", "User Administrator") + "," + row("gus", "Global Administrator"));
    }

    @Test
    void passwordAdministratorsAreAskedAndNobodyElse_R_HLP_03_R_ACT_05() {
        Response begun = begin("cloud");

        Response answer = ask(begun);

        answer.then().statusCode(200);
        assertThat(answer.<Boolean>path("sent")).isTrue();
        assertThat(fact(begun).notices()).containsExactly(to("pat"), to("paz"));
    }

    @Test
    void withoutSuchUserAdministratorsAreAskedAndThenGlobalOnes_R_HLP_03_R_ACT_05() {
        importAccounts(row("pat", "Reports Reader") + "," + disabled("paz", "Password Administrator"));
        Response first = begin("cloud");
        ask(first);
        assertThat(fact(first).notices()).containsExactly(to("uma"));

        importAccounts(row("uma", "Reports Reader"));
        Response second = begin("cloud");
        ask(second);
        assertThat(fact(second).notices()).containsExactly(to("gus"));
    }

    @Test
    void whoAsksIsNotAsked_R_HLP_03() {
        Response begun = begin("pat");

        ask(begun);

        assertThat(fact(begun).notices()).containsExactly(to("paz"));
    }

    @Test
    void theFirstHundredByNameAreAsked_R_HLP_04() {
        importAccounts(IntStream.rangeClosed(1, 101)
                .mapToObj(i -> row("a%03d".formatted(102 - i), "Password Administrator"))
                .collect(Collectors.joining(",")));
        Response begun = begin("cloud");

        ask(begun);

        assertThat(fact(begun).notices())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj(i -> to("a%03d".formatted(i)))
                        .toList());
    }

    @Test
    void theFactSaysWhoAndWhatWasTriedAndWhereToHelp_R_HLP_05_R_HLP_08_R_AUD_43() {
        Response begun = begin("cloud");
        sendCode(begun);

        ask(begun);

        Message<AdminContacted> sent = broker.await(AdminContacted.class, message -> isOf(message, begun));
        assertThat(sent.subject()).isEqualTo(accountId("cloud").toString());
        AdminContacted fact = sent.event();
        assertThat(fact.resetId()).hasToString(id(begun));
        assertThat(fact.user().userPrincipalName()).isEqualTo("cloud@" + domain());
        assertThat(fact.method()).isEqualTo("EMAIL");
        assertThat(fact.channel()).isEqualTo(Channel.EMAIL);
        assertThat(fact.code()).isNull();
        assertThat(fact.reason()).isNull();
        assertThat(fact.tenantName()).isEqualTo("Wingtip Toys");
        assertThat(fact.adminAddress()).isEqualTo(Surroundings.PUBLIC_ORIGIN + "/admin/users");
    }

    @Test
    void aResetIsAskedForOnce_R_HLP_06() {
        Response begun = begin("cloud");

        Response first = ask(begun);
        Response second = ask(begun);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(allFacts(begun)).hasSize(1);
    }

    @Test
    void aUserIsAskedForFiveTimesADay_R_HLP_06() {
        for (int i = 0; i < 5; i++) {
            Response begun = begin("cloud");
            ask(begun).then().statusCode(200);
            liftBlock("cloud");
        }
        Response sixth = begin("cloud");

        Response refused = ask(sixth);

        refused.then().statusCode(429);
        assertThat(problem(refused)).isEqualTo("HelpAskedTooOften");
        assertThat(allFacts(sixth)).isEmpty();
        clock.moveOn(Duration.ofHours(24).plusMinutes(1));
        liftBlock("cloud");
        ask(begin("cloud")).then().statusCode(200);
    }

    @Test
    void whoFollowsADecoyIsAnsweredAlikeAndNobodyIsTold_R_HLP_07() {
        setPolicy("{\"enumerationProtection\": \"DECOY\"}");
        leaveOnlyCloud();
        Response decoy = begin("nobody");
        Response known = begin("cloud");

        assertThat(comparableWithoutCode(ask(decoy))).isEqualTo(comparableWithoutCode(ask(known)));

        AdminContacted fact = fact(decoy);
        assertThat(fact.user().id()).isNull();
        assertThat(fact.notices()).isEmpty();
        assertThat(fact(known).notices()).isNotEmpty();
    }

    @Test
    void decoysAreCountedAlike_R_HLP_06_R_HLP_07() {
        setPolicy("{\"enumerationProtection\": \"DECOY\"}");
        leaveOnlyCloud();
        for (String name : List.of("nobody", "cloud")) {
            for (int i = 0; i < 5; i++) {
                ask(begin(name)).then().statusCode(200);
                clock.moveOn(Duration.ofMinutes(61));
            }
            assertThat(problem(ask(begin(name)))).isEqualTo("HelpAskedTooOften");
        }
    }

    @Test
    void theHelpdeskIsNamedInsteadAndNobodyIsTold_R_HLP_02_R_CFG_16_R_HLP_09() {
        setPolicy("{\"helpdesk\": {\"custom\": true, \"target\": \"https://help.example/password\"}}");
        Response begun = begin("cloud");

        Response answer = ask(begun);

        assertThat(answer.<Boolean>path("sent")).isFalse();
        assertThat(answer.<String>path("helpdesk")).isEqualTo("https://help.example/password");
        assertThat(allFacts(begun)).isEmpty();
        setPolicy("{\"helpdesk\": {\"custom\": true, \"target\": \"help@wingtip.example\"}}");
        assertThat(ask(begun).<String>path("helpdesk")).isEqualTo("mailto:help@wingtip.example");
    }

    @Test
    void whoIsBlockedCanAskForHelp_R_HLP_01_R_THR_10() {
        Response begun = begin("cloud");
        String challenge = sendCode(begun).path("id");
        for (int i = 0; i < 5; i++) {
            typeCode(begun, challenge, "no code");
        }
        assertThat(state(begun)).isEqualTo("BLOCKED");

        ask(begun).then().statusCode(200);

        assertThat(fact(begun).reason()).isEqualTo("Throttled");
    }

    @Test
    void whoseResetEndedWithACodeCanAskForHelp_R_HLP_01_R_ERR_43() {
        Response begun = atPasswordPage("cloud");
        setPolicy("{\"ssprEnabled\": \"NONE\"}");
        assertThat(problem(submit(begun))).isEqualTo("SSPR_0009");

        ask(begun).then().statusCode(200);

        assertThat(fact(begun).code()).isEqualTo(SsprCode.TENANT_SSPR_FLAG_DISABLED);
        assertThat(fact(begun).reason()).isEqualTo("TenantSSPRFlagDisabled");
    }

    @Test
    void whoHasANewPasswordNeedsNoHelp_R_HLP_01() {
        Response begun = atPasswordPage("cloud");
        submit(begun).then().statusCode(200);

        assertThat(problem(ask(begun))).isEqualTo("SessionEnded");
        assertThat(allFacts(begun)).isEmpty();
    }

    @Test
    void onlyTheHolderOfAResetAsksFromIt() {
        Response begun = begin("cloud");

        as(begin("admin"))
                .post("/api/v1/resets/" + id(begun) + "/contact-admin")
                .then()
                .statusCode(401);
    }

    private static Response ask(Response begun) {
        return as(begun).post("/api/v1/resets/" + id(begun) + "/contact-admin");
    }

    private static AdminContacted fact(Response begun) {
        return broker.await(AdminContacted.class, message -> isOf(message, begun))
                .event();
    }

    /** All that there will be: what is published later has come. */
    private List<Message<AdminContacted>> allFacts(Response begun) {
        Response last = begin("cloud");
        as(last).delete("/api/v1/resets/" + id(last)).then().statusCode(204);
        broker.await(ResetCancelled.class, message -> isOf(message, last));
        return broker.all(AdminContacted.class, message -> isOf(message, begun));
    }

    private Notice to(String name) {
        return new Notice(Audience.ADMINISTRATOR, name + "@mail.example", "en");
    }

    private static String comparableWithoutCode(Response answer) {
        return answer.statusLine() + answer.asString();
    }

    private static String row(String name, String role) {
        return """
            {"userPrincipalName": "%1$s@%%s", "kind": "CLOUD_ONLY", "mail": "%1$s@mail.example",
             "alternateEmail": "%1$s@home.example", "mobilePhone": "+1 4255550100",
             "roles": ["%2$s"], "licences": ["ENTRA_P1"]}\
            """.formatted(name, role);
    }

    private static String disabled(String name, String role) {
        return row(name, role).replace("\"kind\"", "\"enabled\": false, \"kind\"");
    }
}
