package io.sspr.agent.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.agent.TestConfig;
import io.sspr.agent.TestKeys;
import io.sspr.agent.directory.Refusal;
import io.sspr.contract.Message;
import io.sspr.contract.seal.Signature;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyRequestTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private TestKeys keys;
    private VerifyRequest verifyRequest;

    @BeforeEach
    void start() {
        keys = TestKeys.in(folder);
        verifyRequest = new VerifyRequest(keys.ring(), keys.config());
    }

    @Test
    void acceptsWhatResetServiceSigned_R_EVT_32008() {
        assertThat(verify(message(TestConfig.TENANT, request(TestConfig.TENANT, "AAEC")), keys.reset()))
                .isEmpty();
    }

    @Test
    void refusesUnsignedRequest_R_EVT_32008() {
        // Given
        Message<WritebackRequest> message = message(TestConfig.TENANT, request(TestConfig.TENANT, "AAEC"));

        // Then
        assertThat(verifyRequest.verify(message, null, message.body()).map(Refusal::verdict))
                .contains(WritebackVerdict.NOT_AUTHENTIC);
    }

    @Test
    void refusesSignatureOfAnotherKey_R_EVT_32008(@TempDir Path elsewhere) {
        // Given
        Message<WritebackRequest> message = message(TestConfig.TENANT, request(TestConfig.TENANT, "AAEC"));
        PublicJsonWebKey forger = TestKeys.in(elsewhere).reset();

        // Then
        assertThat(verify(message, forger).map(Refusal::verdict)).contains(WritebackVerdict.NOT_AUTHENTIC);
    }

    @Test
    void refusesSignatureOfAnotherBody_R_EVT_32008() {
        // Given
        Message<WritebackRequest> signed = message(TestConfig.TENANT, request(TestConfig.TENANT, "AAEC"));
        Message<WritebackRequest> sent = message(TestConfig.TENANT, request(TestConfig.TENANT, "AAED"));
        byte[] signature = Signature.sign(signed.body(), keys.reset()).getBytes(US_ASCII);

        // Then
        assertThat(verifyRequest.verify(sent, signature, sent.body()).map(Refusal::verdict))
                .contains(WritebackVerdict.NOT_AUTHENTIC);
    }

    @Test
    void refusesRequestOfAnotherTenant_R_WB_21() {
        assertThat(verify(message(TestConfig.TENANT, request("fabrikam", "AAEC")), keys.reset())
                        .map(Refusal::verdict))
                .contains(WritebackVerdict.NOT_AUTHENTIC);
        assertThat(verify(message("fabrikam", request(TestConfig.TENANT, "AAEC")), keys.reset())
                        .map(Refusal::verdict))
                .contains(WritebackVerdict.NOT_AUTHENTIC);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "no base64!"})
    void refusesRequestWithoutUsableAnchor_R_EVT_32003(String anchor) {
        assertThat(verify(message(TestConfig.TENANT, request(TestConfig.TENANT, anchor)), keys.reset())
                        .map(Refusal::verdict))
                .contains(WritebackVerdict.INVALID_REQUEST);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            RESET,  sealed, -,      true
            RESET,  -,      -,      false
            VERIFY, sealed, -,      true
            VERIFY, -,      sealed, false
            RESET_BY_ADMIN, sealed, -, true
            RESET_BY_ADMIN, -, -, false
            CHANGE, sealed, sealed, true
            CHANGE, sealed, -,      false
            CHANGE, -,      sealed, false
            UNLOCK, -,      -,      true
            -,      sealed, sealed, false
            """)
    void operationNeedsItsPasswords_R_EVT_32003(
            Operation operation, String sealedPassword, String sealedCurrentPassword, boolean complete) {
        // Given
        WritebackRequest request = new WritebackRequest(
                UUID.randomUUID(),
                TestConfig.TENANT,
                operation,
                "AAEC",
                sealedPassword,
                sealedCurrentPassword,
                NOW,
                NOW.plusSeconds(30),
                null);

        // Then
        assertThat(verify(message(TestConfig.TENANT, request), keys.reset()).map(Refusal::verdict))
                .isEqualTo(complete ? Optional.empty() : Optional.of(WritebackVerdict.INVALID_REQUEST));
    }

    private Optional<Refusal> verify(Message<WritebackRequest> message, PublicJsonWebKey signer) {
        byte[] body = message.body();
        return verifyRequest.verify(message, Signature.sign(body, signer).getBytes(US_ASCII), body);
    }

    private static Message<WritebackRequest> message(String tenant, WritebackRequest request) {
        return new Message<>(UUID.randomUUID(), NOW, "/reset-service", tenant, "account-1", UUID.randomUUID(), request);
    }

    private static WritebackRequest request(String tenant, String anchor) {
        return new WritebackRequest(UUID.randomUUID(), tenant, Operation.RESET, anchor, "sealed", NOW.plusSeconds(30));
    }
}
