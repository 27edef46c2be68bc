package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.MessagePurpose;
import io.sspr.contract.gate.CodeRefused;
import io.sspr.contract.gate.CodeRefused.Cause;
import io.sspr.contract.reset.ResetAbandoned;
import io.sspr.reset.authenticator.AddAuthenticator;
import io.sspr.reset.authenticator.AppSecret;
import io.sspr.reset.authenticator.Authenticator.Kind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Gates that open to a reply on the phone: a call, or a notification of the app. The test plays notification-service. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApprovalIT extends ResetWalk {
    private static final Map<String, String> CALL =
            Map.of("method", "MOBILE_PHONE", "channel", "VOICE", "phoneNumber", "+1 4255550101");
    private static final Map<String, String> CALL_AT_DESK =
            Map.of("method", "OFFICE_PHONE", "phoneNumber", "+1 4255550102");
    private static final Map<String, String> NOTIFY = Map.of("method", "APP_NOTIFICATION");

    @Inject
    AddAuthenticator addAuthenticator;

    @Test
    void aCallThatIsConfirmedOpensTheGate_R_PHN_08() {
        Response begun = begin("cloud");
        String call = choose(begun, CALL).path("id");

        AskApproval asked = asked(call);
        assertThat(asked.purpose()).isEqualTo(MessagePurpose.RESET);
        assertThat(asked.channel()).isEqualTo(Channel.VOICE);
        assertThat(asked.destination()).isEqualTo("+1 4255550101");
        assertThat(problem(typeCode(begun, call, "000000"))).isEqualTo("ReplyOnPhone");

        answer(call, Channel.VOICE, true, Surroundings.NOTIFICATION_SIGNING);
        await().atMost(SOON).until(() -> state(begun).equals("PASSWORD_OPEN"));
        submit(begun).then().statusCode(200);
    }

    @Test
    void aForgedApprovalOpensNothing_R_PHN_08() throws JoseException {
        PublicJsonWebKey forger = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        forger.setKeyId(Surroundings.NOTIFICATION_SIGNING.getKeyId());
        Response begun = begin("cloud");
        String call = choose(begun, CALL).path("id");

        answer(call, Channel.VOICE, true, Surroundings.STRANGER);
        answer(call, Channel.VOICE, true, Surroundings.AGENT_SIGNING);
        answer(call, Channel.VOICE, true, forger);

        hearOfDelivery(begun, call, Channel.VOICE);
        assertThat(state(begun)).isEqualTo("GATES_OPEN");
    }

    @Test
    void hangingUpVoidsTheCallAndCountsNothing_R_PHN_08() {
        setPolicy("{\"methodsEnabled\": [\"MOBILE_PHONE\", \"OFFICE_PHONE\", \"EMAIL\"]}");
        Response begun = begin("cloud");
        String call = choose(begun, CALL).path("id");

        answer(call, Channel.VOICE, false, Surroundings.NOTIFICATION_SIGNING);

        await().atMost(SOON).until(() -> look(begun).path("challenge") == null);
        assertThat(broker.await(CodeRefused.class, fact -> isOf(fact, begun))
                        .event()
                        .cause())
                .isEqualTo(Cause.DENIED);
        answer(call, Channel.VOICE, true, Surroundings.NOTIFICATION_SIGNING);
        String again = choose(begun, CALL_AT_DESK).path("id");
        answer(again, Channel.VOICE, true, Surroundings.NOTIFICATION_SIGNING);
        await().atMost(SOON).until(() -> state(begun).equals("PASSWORD_OPEN"));
        assertThat(attempts("PHONE")).isEqualTo(2);
    }

    @Test
    void aLateAnswerIsGoodAsLongAsTheSessionIs_R_FLW_33() {
        Response begun = begin("cloud");
        String call = choose(begun, CALL).path("id");
        clock.moveOn(Duration.ofMinutes(4));

        answer(call, Channel.VOICE, true, Surroundings.NOTIFICATION_SIGNING);

        await().atMost(SOON).until(() -> state(begun).equals("PASSWORD_OPEN"));
    }

    @Test
    void anAnswerAfterTheSessionComesTooLate_R_FLW_03() {
        Response begun = begin("cloud");
        String call = choose(begun, CALL).path("id");
        clock.moveOn(Duration.ofMinutes(15));

        answer(call, Channel.VOICE, true, Surroundings.NOTIFICATION_SIGNING);

        hearOfDelivery(begun, call, Channel.VOICE);
        broker.await(ResetAbandoned.class, fact -> isOf(fact, begun));
        assertThat(state(begun)).isEqualTo("ABANDONED");
    }

    @Test
    void anAnswerToAFormerCallOpensNothing_R_PHN_11() {
        Response begun = begin("cloud");
        String former = choose(begun, CALL).path("id");
        String latter = choose(begun, CALL).path("id");

        answer(former, Channel.VOICE, true, Surroundings.NOTIFICATION_SIGNING);

        hearOfDelivery(begun, latter, Channel.VOICE);
        assertThat(state(begun)).isEqualTo("GATES_OPEN");
    }

    @Test
    void aDeskPhoneIsCalledAndNeverTexted_R_PHN_08_R_MTH_02() {
        setPolicy("{\"methodsEnabled\": [\"OFFICE_PHONE\"]}");
        Response begun = begin("cloud");

        assertThat(begun.<List<List<String>>>path("methods.channels")).containsExactly(List.of("VOICE"));
        assertThat(problem(choose(
                        begun, Map.of("method", "OFFICE_PHONE", "channel", "SMS", "phoneNumber", "+1 4255550102"))))
                .isEqualTo("MethodNotOffered");
        AskApproval asked = asked(choose(begun, CALL_AT_DESK).path("id"));
        assertThat(asked.channel()).isEqualTo(Channel.VOICE);
    }

    @Test
    void anApprovedNotificationOpensOneGate_R_APP_03_R_MTH_24() {
        letNotify();
        Response begun = begin("cloud");
        String notification = choose(begun, NOTIFY).path("id");

        assertThat(asked(notification).destination()).isEqualTo("device-1");
        assertThat(asked(notification).channel()).isEqualTo(Channel.PUSH);
        answer(notification, Channel.PUSH, true, Surroundings.NOTIFICATION_SIGNING);
        answer(notification, Channel.PUSH, true, Surroundings.NOTIFICATION_SIGNING);

        await().atMost(SOON).until(() -> look(begun).<Integer>path("gatesPassed") == 1);
        assertThat(look(begun).<List<String>>path("methods.method")).containsExactly("MOBILE_PHONE", "EMAIL");
        assertThat(problem(choose(begun, Map.of("method", "APP_CODE")))).isEqualTo("MethodNotOffered");
    }

    @Test
    void aDeniedNotificationIsVoidAndCounts_R_APP_03_R_THR_05() {
        letNotify();
        Response begun = begin("cloud");
        String notification = choose(begun, NOTIFY).path("id");

        answer(notification, Channel.PUSH, false, Surroundings.NOTIFICATION_SIGNING);

        await().atMost(SOON).until(() -> look(begun).path("challenge") == null);
        assertThat(attempts("APP")).isEqualTo(2);
        assertThat(state(begun)).isEqualTo("GATES_OPEN");
    }

    @Test
    void nobodyIsWornDownByNotifications_R_THR_05_R_THR_08() {
        letNotify();
        Response begun = begin("cloud");
        for (int i = 0; i < 5; i++) {
            choose(begun, NOTIFY).then().statusCode(202);
        }

        assertThat(problem(choose(begun, NOTIFY))).isEqualTo("Throttled");
    }

    @Test
    void aNotificationAloneProvesTooLittle_R_CFG_08() {
        letNotify();
        setPolicy("{\"methodsRequired\": 1}");

        Response begun = begin("cloud");

        assertThat(begun.<List<String>>path("methods.method")).containsExactly("APP_CODE", "MOBILE_PHONE", "EMAIL");
        assertThat(problem(choose(begun, NOTIFY))).isEqualTo("MethodNotOffered");
    }

    /** Two gates, and an app on a device that can be reached. */
    private void letNotify() {
        setPolicy("{\"methodsRequired\": 2,"
                + " \"methodsEnabled\": [\"APP_NOTIFICATION\", \"APP_CODE\", \"MOBILE_PHONE\", \"EMAIL\"]}");
        addAuthenticator.add(accountId("cloud"), Kind.MICROSOFT, "My phone", "device-1", AppSecret.random());
    }

    private void answer(String challenge, Channel channel, boolean approved, PublicJsonWebKey signer) {
        ApprovalAnswered answer = new ApprovalAnswered(UUID.fromString(challenge), channel, approved);
        broker.send(message(answer, accountId("cloud").toString()), signer);
    }

    /** Once this is seen, everything said before it has been heard as well. */
    private void hearOfDelivery(Response begun, String challenge, Channel channel) {
        Delivered delivered = new Delivered(UUID.fromString(challenge), Content.APPROVAL, channel, 1);
        broker.send(message(delivered, accountId("cloud").toString()), Surroundings.NOTIFICATION_SIGNING);
        await().atMost(SOON).until(() -> "DELIVERED".equals(look(begun).path("challenge.delivery")));
    }

    private static AskApproval asked(String challenge) {
        return broker.await(
                        AskApproval.class,
                        sent -> sent.event().deliveryId().toString().equals(challenge))
                .event();
    }

    private int attempts(String bucket) {
        return asAdministrator()
                .get("/api/v1/admin/users/cloud@" + domain() + "/block")
                .path("attempts." + bucket);
    }
}
