package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.Branding;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.delivery.MessagePurpose;
import io.sspr.contract.registration.MethodRegistered;
import io.sspr.contract.registration.RegistrationUnfinished;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Registration on a real broker and database; the test plays notification-service. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RegistrationIT extends RegistrationWalk {
    @Test
    void aPhoneIsStoredOnceItsCodeIsTyped_R_REG_15_R_MTH_08() {
        String me = signedIn("cloud");
        String verification = phone(me, "090-1111-2222").path("id");
        assertThat(registered(me)).isEmpty();

        type(me, verification, code(verification)).then().statusCode(200);

        assertThat(registered(me)).containsExactly("MOBILE_PHONE");
        assertThat(sentTo(verification)).isEqualTo(PHONE);
        assertThat(begin("cloud").<String>path("methods.find { it.method == 'MOBILE_PHONE' }.hint"))
                .endsWith("22");
    }

    @Test
    void aMailSaysWhatItIsForAndOnWhoseBehalf_R_REG_15_R_CFG_25_R_CFG_26() {
        setPolicy("{\"branding\": {\"logo\": \"https://wingtip.example/logo.png\", \"colour\": \"#0A58CA\"}}");
        String verification = mail(signedIn("cloud"), "clem@home.example").path("id");

        DeliverCode sent = sent(verification);

        assertThat(sent.purpose()).isEqualTo(MessagePurpose.REGISTRATION);
        assertThat(sent.tenantName()).isEqualTo("Wingtip Toys");
        assertThat(sent.branding()).isEqualTo(new Branding("https://wingtip.example/logo.png", "#0A58CA"));
    }

    @Test
    void oneFactForEachDatumUnderOneSupportCode_R_REG_16() {
        setPolicy("{\"methodsRequired\": 2}");
        String me = signedIn("cloud");
        String phone = phone(me, PHONE).path("id");
        type(me, phone, code(phone));
        String mail = mail(me, "clem@home.example").path("id");
        type(me, mail, code(mail));

        String supportCode = look(me, "manage").path("supportCode");

        assertThat(awaitFacts(MethodRegistered.class, supportCode, 2))
                .extracting(MethodRegistered::method, MethodRegistered::registrationComplete)
                .containsExactly(tuple("MOBILE_PHONE", false), tuple("EMAIL", true));
    }

    @Test
    void asksAtSignInUntilEnoughIsRegistered_R_REG_10_R_REG_12() {
        String me = signedIn("cloud");
        Response before = look(me, "interrupt");
        assertThat(before.<Boolean>path("interrupt.due")).isTrue();
        assertThat(before.<Boolean>path("interrupt.dismissible")).isTrue();
        assertThat(before.<List<String>>path("proposal")).containsExactly("MOBILE_PHONE");
        assertThat(before.<String>path("title")).isEqualTo("Don't lose access to your account");
        assertThat(before.<String>path("options.find { it.method == 'MOBILE_PHONE' }.prefilled"))
                .endsWith("01");

        String onFile =
                spec(me).body(Map.of("type", "MOBILE")).post(ROOT + "/phone").path("id");
        type(me, onFile, code(onFile)).then().statusCode(200);

        assertThat(sentTo(onFile)).isEqualTo("+1 4255550101");
        assertThat(look(me, "interrupt").<Boolean>path("interrupt.due")).isFalse();
    }

    @Test
    void aCallIsApprovedOnThePhoneAndNoForgedApprovalCounts_R_PHN_08() {
        String me = signedIn("cloud");
        String verification = spec(me).body(Map.of("type", "MOBILE", "number", PHONE, "channel", "VOICE"))
                .post(ROOT + "/phone")
                .path("id");
        AskApproval asked = broker.await(
                        AskApproval.class,
                        sent -> sent.event().deliveryId().toString().equals(verification))
                .event();
        assertThat(asked.destination()).isEqualTo(PHONE);
        assertThat(asked.purpose()).isEqualTo(MessagePurpose.REGISTRATION);
        assertThat(problem(type(me, verification, "123456"))).isEqualTo("ReplyOnPhone");

        // One topic, one key: what comes second was read after what came first.
        answer(verification, true, Surroundings.STRANGER);
        answer(verification, false, Surroundings.NOTIFICATION_SIGNING);
        await().atMost(SOON).until(() -> status(me, verification).equals("DENIED"));
        assertThat(registered(me)).isEmpty();

        String another = spec(me).body(Map.of("type", "MOBILE", "number", PHONE, "channel", "VOICE"))
                .post(ROOT + "/phone")
                .path("id");
        answer(another, true, Surroundings.NOTIFICATION_SIGNING);
        await().atMost(SOON).until(() -> status(me, another).equals("PASSED"));
        assertThat(registered(me)).containsExactly("MOBILE_PHONE");
    }

    @Test
    void anAppShowsThatItMakesTheCodes_R_APP_01_R_REG_15() {
        setPolicy("{\"mfaMethods\": [\"APP_CODE\"]}");
        String me = signedIn("cloud");

        Response begun =
                spec(me).body(Map.of("kind", "OTHER", "name", "My app")).post(ROOT + "/authenticators");

        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(begun.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(begun.<String>path("setUp.uri")).startsWith("otpauth://totp/");
        assertThat(problem(type(me, begun.path("id"), "not it"))).isEqualTo("AppCodeWrong");
        assertThat(spec(me).get(ROOT + "/verifications/" + begun.path("id")).<Object>path("setUp"))
                .isNull();
        assertThat(registered(me)).isEmpty();
    }

    @Test
    void whatIsNotFinishedIsTold_R_AUD_26() {
        String me = signedIn("cloud");
        String supportCode = look(me, "manage").path("supportCode");
        phone(me, PHONE).then().statusCode(202);

        clock.moveOn(Duration.ofMinutes(7));

        assertThat(awaitFacts(RegistrationUnfinished.class, supportCode, 1))
                .extracting(RegistrationUnfinished::method)
                .containsExactly("MOBILE_PHONE");
    }

    @Test
    void asksToConfirmAfterSoManyDays_R_REG_13() {
        setPolicy("{\"reconfirmDays\": 1}");
        String me = signedIn("cloud");
        registerPhone(me);
        assertThat(look(me, "interrupt").<Boolean>path("interrupt.due")).isFalse();

        clock.moveOn(Duration.ofDays(1));

        assertThat(look(signedIn("cloud"), "interrupt").<String>path("interrupt.reason"))
                .isEqualTo("RECONFIRM");
    }

    @Test
    void registeredDataSurvivesAnotherImportAndOtherSettings_R_CFG_04_R_MTH_26() {
        String me = signedIn("cloud");
        registerPhone(me);

        importAgain();
        setPolicy("{\"ssprEnabled\": \"ALL\", \"methodsEnabled\": [\"EMAIL\"]}");

        Response view = look(me, "manage");
        assertThat(view.<List<String>>path("registered.method")).containsExactly("MOBILE_PHONE");
        assertThat(view.<List<Boolean>>path("registered.counts")).containsExactly(false);
        assertThat(view.<Boolean>path("registrationComplete")).isFalse();
    }

    @Test
    void warnsOfTheMailboxThatTheSamePasswordOpens_R_EML_04() {
        String me = signedIn("cloud");

        assertThat(mail(me, "CLOUD@" + domain()).<List<String>>path("warnings")).hasSize(1);
        assertThat(mail(me, "clem@home.example").<Object>path("warnings")).isNull();
    }

    /** As an administrator's nightly job would: without what the user registered. */
    private void importAgain() {
        asAdministrator()
                .body("""
                    {"tenant": {"id": "%1$s", "displayName": "Wingtip Toys", "domains": ["%2$s"]},
                     "accounts": [{"userPrincipalName": "cloud@%2$s", "kind": "CLOUD_ONLY", "licences": ["ENTRA_P1"]}]}
                    """.formatted(tenant, domain()))
                .post("/api/v1/admin/import")
                .then()
                .statusCode(200);
    }
}
