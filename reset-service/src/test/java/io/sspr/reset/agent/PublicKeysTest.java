package io.sspr.reset.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.reset.problem.Fault;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeysTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PublicJsonWebKey RSA = TestAgentKeys.rsa("rsa-1");
    private static final PublicJsonWebKey EC = TestAgentKeys.ec("ec-1");
    private static final Fault NO_ENCRYPTION_KEY = new Fault("agent.encryptionKey", "import.encryptionKey");
    private static final Fault NO_SIGNING_KEY = new Fault("agent.signingKey", "import.signingKey");

    @Test
    void areTakenAsTheyAre_R_WB_20() {
        assertThat(faults(json(RSA), json(EC))).isEmpty();
        assertThat(PublicKeys.of(json(RSA), json(EC)).ids()).containsExactly("rsa-1", "ec-1");
    }

    @Test
    void areNotMixedUp() {
        assertThat(faults(json(EC), json(RSA))).containsExactly(NO_ENCRYPTION_KEY, NO_SIGNING_KEY);
    }

    @Test
    void privateHalvesAreNotForUs() throws JsonProcessingException {
        JsonNode secret = JSON.readTree(EC.toJson(OutputControlLevel.INCLUDE_PRIVATE));

        assertThat(faults(json(RSA), secret)).containsExactly(NO_SIGNING_KEY);
    }

    @Test
    void nothingElseIsKept() {
        ObjectNode chatty = json(EC).put("note", "hello").put("alg", "ES256");

        assertThat(PublicKeys.of(json(RSA), chatty).signing().toJson()).isEqualTo(EC.toJson());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "\"a b\"", "\"\\u0000\"", "5", "{}", "[]", "\"鍵\""})
    void haveAnIdOfPlainCharacters(String kid) throws JsonProcessingException {
        assertThat(faults(json(RSA).set("kid", JSON.readTree(kid)), json(EC))).containsExactly(NO_ENCRYPTION_KEY);
        assertThat(faults(json(RSA), json(EC).put("kid", "k".repeat(65)))).containsExactly(NO_SIGNING_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "5", "0.5", "true", "{\"a\": 1}", "[null]", "\"\"", "\"   \"", "\"AQAB\"", "\"<x>\""})
    void whateverStandsInThemIsAFaultAndNoFailure(String value) throws JsonProcessingException {
        for (String field : List.of("kty", "n", "e")) {
            if (!(field.equals("e") && value.equals("\"AQAB\""))) {
                assertThat(faults(json(RSA).set(field, JSON.readTree(value)), json(EC)))
                        .as(field)
                        .containsExactly(NO_ENCRYPTION_KEY);
            }
        }
        for (String field : List.of("kty", "crv")) {
            assertThat(faults(json(RSA), json(EC).set(field, JSON.readTree(value))))
                    .as(field)
                    .containsExactly(NO_SIGNING_KEY);
        }
        assertThat(faults(JSON.readTree(value), null)).containsExactly(NO_ENCRYPTION_KEY, NO_SIGNING_KEY);
        for (String field : List.of("use", "alg", "key_ops", "x5c", "x5t", "x5u")) {
            assertThat(faults(json(RSA).set(field, JSON.readTree(value)), json(EC)))
                    .as(field)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "AQAB", "鍵"})
    void aPointThatIsOnNoCurveSignsNothing(String coordinate) {
        ObjectNode odd = json(EC).put("x", coordinate);
        byte[] body = {1, 2, 3};
        List<AgentKey> key = PublicKeys.of(json(RSA), odd).registered("contoso", "agent-1", Instant.EPOCH);

        assertThatThrownBy(() -> AgentKey.signerOf(body, TestRegistry.signed(body, EC), key.subList(1, 2)))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void anEnormousKeyIsRefused_R_WB_31d() {
        assertThat(faults(json(RSA).put("n", "a".repeat(1_000_000)), json(EC))).containsExactly(NO_ENCRYPTION_KEY);
    }

    @Test
    void areRecognisedByWhatTheyAreAndNotByTheirIds() {
        PublicKeys keys = PublicKeys.of(json(RSA), json(EC));
        PublicKeys others = PublicKeys.of(json(RSA), json(TestAgentKeys.ec("ec-1")));

        assertThat(keys.are(keys.registered("contoso", "agent-1", Instant.EPOCH)))
                .isTrue();
        assertThat(others.are(keys.registered("contoso", "agent-1", Instant.EPOCH)))
                .isFalse();
        assertThat(keys.are(List.of())).isFalse();
    }

    private static List<Fault> faults(JsonNode encryption, JsonNode signing) {
        return PublicKeys.faults(encryption, signing, "agent.");
    }

    private static ObjectNode json(PublicJsonWebKey key) {
        return (ObjectNode) TestRegistry.json(key);
    }
}
