package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.delivery.MessagePurpose;
import io.sspr.contract.registration.MethodRegistered;
import io.sspr.contract.registration.RegistrationRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What registration refuses, to whom, and how often one may try. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RegistrationRefusalsIT extends RegistrationWalk {
    @Test
    void nothingIsSeenOrChangedBeforeAProof_R_REG_14() {
        registerPhone(signedIn("cloud"));
        String me = signedIn("cloud");

        Response view = look(me, "manage");
        assertThat(view.<Boolean>path("proof.required")).isTrue();
        assertThat(view.<Object>path("registered")).isNull();
        assertThat(problem(mail(me, "clem@home.example"))).isEqualTo("ProofRequired");
        assertThat(problem(spec(me).delete(ROOT + "/phone"))).isEqualTo("ProofRequired");
        assertThat(problem(spec(me).post(ROOT + "/confirm"))).isEqualTo("ProofRequired");

        String proof = spec(me).body(Map.of("method", "MOBILE_PHONE"))
                .post(ROOT + "/proof")
                .path("id");
        assertThat(sentTo(proof)).isEqualTo(PHONE);
        assertThat(sent(proof).purpose()).isEqualTo(MessagePurpose.IDENTITY);
        type(me, proof, code(proof)).then().statusCode(200);

        assertThat(registered(me)).containsExactly("MOBILE_PHONE");
        assertThat(spec(me).delete(ROOT + "/phone").statusCode()).isEqualTo(204);
        assertThat(registered(me)).isEmpty();
    }

    @Test
    void aProofHoldsForTenMinutes_R_REG_14() {
        String me = signedIn("cloud");
        registerPhone(me);
        assertThat(spec(me).post(ROOT + "/confirm").statusCode()).isEqualTo(204);

        clock.moveOn(Duration.ofMinutes(10));

        assertThat(problem(spec(me).post(ROOT + "/confirm"))).isEqualTo("ProofRequired");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"ssprEnabled\": \"NONE\"}', SwitchedOffForTenant",
        "'{\"ssprEnabled\": \"SELECTED\", \"ssprGroupId\": \"scope\"}', OutsideScope"
    })
    void whoeverMayNotIsToldOneAndTheSame_R_REG_02_R_ERR_89(String policy, String cause) {
        setPolicy(policy);

        Response refused = look(signedIn("cloud"), "manage");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(problem(refused)).isEqualTo("RegistrationNotAllowed");
        assertThat(refused.asString()).doesNotContain(cause);
        assertThat(awaitFacts(RegistrationRefused.class, refused.path("supportCode"), 1))
                .extracting(RegistrationRefused::reason)
                .containsExactly(cause);
    }

    @Test
    void administratorsMayBeKeptFromRegistering_R_ADM_08() {
        assertThat(look(signedIn(ADMINISTRATOR), "manage").statusCode()).isEqualTo(200);

        setPolicy("{\"allowedToUseSspr\": false}");

        assertThat(problem(look(signedIn(ADMINISTRATOR), "manage"))).isEqualTo("RegistrationNotAllowed");
    }

    @Test
    void administratorsHaveNoSecurityQuestions_R_SQ_01() {
        setPolicy("{\"methodsEnabled\": [\"EMAIL\", \"SECURITY_QUESTIONS\"]}");
        Object answers = Map.of("answers", List.of(Map.of("question", "p:FIRST_PET", "answer", "Pochi")));

        Response administrator = spec(signedIn(ADMINISTRATOR)).body(answers).put(ROOT + "/security-questions");
        Response user = spec(signedIn("cloud")).body(answers).put(ROOT + "/security-questions");

        assertThat(problem(administrator)).isEqualTo("MethodNotRegistrable");
        assertThat(problem(user)).isEqualTo("AnswersRejected");
    }

    @Test
    void ofFiftyTriesWithOneCodeExactlyOnePasses_R_REG_15() {
        String me = signedIn("cloud");
        String verification = phone(me, PHONE).path("id");
        String code = code(verification);

        long passed = IntStream.range(0, 50)
                .parallel()
                .filter(i -> type(me, verification, code).statusCode() == 200)
                .count();

        assertThat(passed).isEqualTo(1);
        String supportCode = look(me, "manage").path("supportCode");
        assertThat(awaitFacts(MethodRegistered.class, supportCode, 1)).hasSize(1);
    }

    @Test
    void aVerificationIsOfOneSignInOnly() {
        String me = signedIn("cloud");
        String verification = phone(me, PHONE).path("id");
        String code = code(verification);

        assertThat(type(signedIn(ADMINISTRATOR), verification, code).statusCode())
                .isEqualTo(404);
        assertThat(type(signedIn("cloud"), verification, code).statusCode()).isEqualTo(404);
        assertThat(spec(signedIn("cloud"))
                        .get(ROOT + "/verifications/" + verification)
                        .statusCode())
                .isEqualTo(404);

        assertThat(type(me, verification, code).statusCode()).isEqualTo(200);
    }

    @Test
    void messagesCountTogetherWithThoseOfResets_R_THR_01_R_THR_10() {
        String me = signedIn("cloud");
        IntStream.range(0, 5).forEach(i -> phone(me, "+81 901111222" + i).then().statusCode(202));

        assertThat(phone(me, PHONE).statusCode()).isEqualTo(429);
        assertThat(mail(me, "clem@home.example").statusCode()).isEqualTo(429);
        assertThat(problem(tryToBegin("cloud"))).isEqualTo("Throttled");
    }

    @Test
    void wrongCodesBlock_R_THR_01() {
        String me = signedIn("cloud");
        String verification = phone(me, PHONE).path("id");
        String code = code(verification);
        String wrong = code.equals("000000") ? "111111" : "000000";

        IntStream.range(0, 5).forEach(i -> type(me, verification, wrong));

        assertThat(type(me, verification, code).statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    '',                      ",
        "POST,   /proof,                  '{\"method\": \"EMAIL\"}'",
        "POST,   /phone,                  '{\"type\": \"MOBILE\"}'",
        "POST,   /email,                  {}",
        "POST,   /authenticators,         '{\"kind\": \"OTHER\", \"name\": \"a\"}'",
        "POST,   /confirm,                ",
        "PUT,    /security-questions,     '{\"answers\": [{\"question\": \"a\", \"answer\": \"b\"}]}'",
        "DELETE, /security-questions,     ",
        "DELETE, /phone,                  ",
        "DELETE, /email,                  ",
        "DELETE, /authenticators/ID,      ",
        "GET,    /verifications/ID,       ",
        "POST,   /verifications/ID,       '{\"code\": \"123456\"}'"
    })
    void nobodyRegistersWithoutAToken(String method, String path, String body) {
        String address = ROOT + path.replace("ID", UUID.randomUUID().toString());

        Response withoutToken = request(given(), body).request(method, address);
        Response withABadOne =
                request(given().header("Authorization", "Bearer x.y.z"), body).request(method, address);

        assertThat(problem(withoutToken)).isEqualTo("NotAuthenticated");
        assertThat(problem(withABadOne)).isEqualTo("NotAuthenticated");
    }

    @Test
    void wrongRequestsAreExplained_R_PHN_02_R_EML_01() {
        String me = signedIn("cloud");

        assertThat(problem(phone(me, "090-1111-2222x5"))).isEqualTo("PhoneNumberInvalid");
        assertThat(problem(spec(me).body(Map.of("type", "MOBILE", "number", "090-1111-2222"))
                        .post(ROOT + "/phone")))
                .isEqualTo("PhoneNumberInvalid");
        assertThat(problem(mail(me, "nobody"))).isEqualTo("MailAddressInvalid");
        assertThat(problem(spec(me).get(ROOT + "?mode=other"))).isEqualTo("MalformedRequest");
        assertThat(problem(spec(me).delete(ROOT + "/phone?type=CAR"))).isEqualTo("MalformedRequest");
        assertThat(problem(spec(me).delete(ROOT + "/email"))).isEqualTo("NotFound");
        assertThat(problem(spec(me).body(Map.of("kind", "OTHER", "name", "a", "device", "d"))
                        .post(ROOT + "/authenticators")))
                .isEqualTo("MethodNotRegistrable");
    }
}
