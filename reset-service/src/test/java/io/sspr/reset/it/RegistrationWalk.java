package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliverCode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;

/** What the tests of registration share: its steps over HTTP, and the part of notification-service. */
abstract class RegistrationWalk extends ResetWalk {
    static final String ROOT = "/api/v1/registration";
    static final String PHONE = "+81 9011112222";

    String signedIn(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("userPrincipalName", name + "@" + domain(), "password", PASSWORD))
                .post("/api/v1/signin")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    static RequestSpecification spec(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }

    static RequestSpecification request(RequestSpecification caller, String body) {
        return body == null ? caller : caller.contentType(ContentType.JSON).body(body.strip());
    }

    static Response look(String me, String mode) {
        return spec(me).get(ROOT + "?mode=" + mode);
    }

    static List<String> registered(String me) {
        return look(me, "manage").path("registered.method");
    }

    static Response phone(String me, String number) {
        return spec(me).body(Map.of("type", "MOBILE", "number", number, "country", "JP"))
                .post(ROOT + "/phone");
    }

    static Response mail(String me, String address) {
        return spec(me).body(Map.of("address", address)).post(ROOT + "/email");
    }

    static Response type(String me, String verification, String code) {
        return spec(me).body(Map.of("code", code)).post(ROOT + "/verifications/" + verification);
    }

    static String status(String me, String verification) {
        return spec(me).get(ROOT + "/verifications/" + verification).path("status");
    }

    void registerPhone(String me) {
        String verification = phone(me, PHONE).path("id");
        type(me, verification, code(verification)).then().statusCode(200);
    }

    static String sentTo(String verification) {
        return sent(verification).destination();
    }

    static DeliverCode sent(String verification) {
        return broker.await(
                        DeliverCode.class,
                        sent -> sent.event().deliveryId().toString().equals(verification))
                .event();
    }

    void answer(String verification, boolean approved, PublicJsonWebKey signer) {
        ApprovalAnswered answer = new ApprovalAnswered(UUID.fromString(verification), Channel.VOICE, approved);
        broker.send(message(answer, "one-key"), signer);
    }

    /** The first facts of this type under a support code, once there are as many. */
    static <T extends Event> List<T> awaitFacts(Class<T> type, String supportCode, int count) {
        return await()
                .atMost(SOON)
                .until(
                        () -> broker.all(type, fact -> supportCode.equals(String.valueOf(fact.supportCode()))),
                        facts -> facts.size() >= count)
                .stream()
                .map(Message::event)
                .toList();
    }
}
