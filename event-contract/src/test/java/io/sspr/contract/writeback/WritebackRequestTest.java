package io.sspr.contract.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.contract.Message;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritebackRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:15Z");
    private static final Instant LATER = Instant.parse("2026-11-22T09:30:45Z");
    private static final UUID REQUEST = UUID.fromString("6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a003");
    private static final Map<String, String> HEADERS = Map.of(
            "ce_type", "io.sspr.writeback.request.v1",
            "ce_id", "6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a006",
            "ce_time", "2026-11-22T09:30:15Z",
            "ce_source", "/reset-service",
            "ce_tenant", "contoso",
            "ce_subject", "6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a004");

    private static PublicJsonWebKey agentsKey;

    @BeforeAll
    static void key() throws JoseException {
        agentsKey = RsaJwkGenerator.generateJwk(2048);
        agentsKey.setKeyId("agent");
    }

    @Test
    void resetIsReadAndWrittenAsBeforeThereWereOtherOperations() throws IOException {
        String reset = """
                {"requestId":"6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a003","tenant":"contoso","operation":"RESET",
                 "cloudAnchor":"AAEC","sealedPassword":"a.b.c.d.e","expiresAt":"2026-11-22T09:30:45Z"}""";

        Message<?> read = Message.read(
                name -> HEADERS.get(name) == null ? null : HEADERS.get(name).getBytes(StandardCharsets.UTF_8),
                reset.getBytes(StandardCharsets.UTF_8));

        assertThat(read.event())
                .isEqualTo(new WritebackRequest(REQUEST, "contoso", Operation.RESET, "AAEC", "a.b.c.d.e", LATER));
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(read.body())).isEqualTo(json.readTree(reset));
    }

    @Test
    void sealsThePasswordsOfAChangeForThemselves() throws BrokenSealException {
        WritebackRequest change = request(Operation.CHANGE)
                .withPassword(Secret.of("new one"), agentsKey)
                .withCurrentPassword(Secret.of("old one"), agentsKey);

        Secret opened = Seal.open(change.sealedPassword(), change.sealContext(), agentsKey, NOW);
        Secret current = Seal.open(change.sealedCurrentPassword(), change.currentPasswordContext(), agentsKey, NOW);

        assertThat(opened.reveal()).isEqualTo("new one");
        assertThat(current.reveal()).isEqualTo("old one");
    }

    @Test
    void passwordsOfAChangeCannotBeSwapped_R_WB_31a() {
        WritebackRequest change = request(Operation.CHANGE)
                .withPassword(Secret.of("new one"), agentsKey)
                .withCurrentPassword(Secret.of("old one"), agentsKey);

        assertThatThrownBy(() -> Seal.open(change.sealedCurrentPassword(), change.sealContext(), agentsKey, NOW))
                .isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> Seal.open(change.sealedPassword(), change.currentPasswordContext(), agentsKey, NOW))
                .isInstanceOf(BrokenSealException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGE", "VERIFY"})
    void passwordForAnotherOperationDoesNotServeAReset_R_WB_31a(Operation operation) {
        String sealed = request(operation)
                .withPassword(Secret.of("a password"), agentsKey)
                .sealedPassword();

        assertThatThrownBy(() -> Seal.open(sealed, request(Operation.RESET).sealContext(), agentsKey, NOW))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void saysMicrosoftsNumberOfASuccess_R_EVT_31002_R_EVT_31007_R_EVT_31010() {
        assertThat(WritebackResult.success(request(Operation.RESET), "agent-1", Map.of())
                        .eventId())
                .isEqualTo(31002);
        assertThat(WritebackResult.success(request(Operation.CHANGE), "agent-1", Map.of())
                        .eventId())
                .isEqualTo(31007);
        assertThat(WritebackResult.success(request(Operation.RESET_BY_ADMIN), "agent-1", Map.of())
                        .eventId())
                .isEqualTo(31010);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNLOCK", "VERIFY"})
    void successThatMicrosoftHasNoNumberForHasNone(Operation operation) {
        assertThat(WritebackResult.success(request(operation), "agent-1", Map.of())
                        .eventId())
                .isZero();
    }

    @Test
    void resultThatDoesNotSayItsOperationIsOfAReset() throws IOException {
        String former = """
                {"requestId":"6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a003","agent":"agent-1","outcome":"SUCCESS",
                 "eventId":31002,"evidence":{}}""";

        assertThat(new ObjectMapper().readValue(former, WritebackResult.class))
                .isEqualTo(WritebackResult.success(request(Operation.RESET), "agent-1", Map.of()));
    }

    @Test
    void rightPasswordMayBeExpired() {
        WritebackRequest verify = request(Operation.VERIFY);

        assertThat(WritebackResult.success(verify, "agent-1", Map.of(WritebackResult.PASSWORD_EXPIRED, true))
                        .foundPasswordExpired())
                .isTrue();
        assertThat(WritebackResult.success(verify, "agent-1", Map.of()).foundPasswordExpired())
                .isFalse();
    }

    private static WritebackRequest request(Operation operation) {
        return WritebackRequest.of(operation, REQUEST, "contoso", "AAEC", LATER);
    }
}
