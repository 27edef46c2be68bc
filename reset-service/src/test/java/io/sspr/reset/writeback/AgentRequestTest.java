package io.sspr.reset.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.reset.writeback.AgentRequest.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgentRequestTest {
    private static final UUID ID = UUID.fromString("6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a003");

    private final AgentRequest request = pending();

    @Test
    void takesASuccessOver_R_CHG_01() {
        assertThat(request.settle(success(Map.of()))).isTrue();

        assertThat(request.state()).isEqualTo(State.SUCCEEDED);
        assertThat(request.agent()).isEqualTo("agent-1");
        assertThat(AgentAnswer.of(request).isDone()).isTrue();
    }

    @Test
    void takesARefusalOverWithTheBrokenRule_R_ERR_97() {
        request.settle(refused(WritebackVerdict.PASSWORD_POLICY, Map.of("rule", "HISTORY")));

        AgentAnswer answer = AgentAnswer.of(request);
        assertThat(answer.isDone()).isFalse();
        assertThat(answer.reason()).isEqualTo(WritebackVerdict.PASSWORD_POLICY);
        assertThat(answer.rules()).isEqualTo(List.of("HISTORY"));
    }

    @Test
    void isRefusedAsUnreachableWhenNobodyAnswers_R_WB_31h() {
        request.expire();

        assertThat(AgentAnswer.of(request).reason()).isEqualTo(WritebackVerdict.EXPIRED);
        assertThat(AgentAnswer.of(request).reason().code().number()).isEqualTo(30);
    }

    @Test
    void aLateSuccessReplacesTheGuess_R_WB_31f() {
        request.expire();

        assertThat(request.settle(success(Map.of()))).isTrue();

        assertThat(request.state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aLateRefusalChangesNothing_R_WB_31f() {
        request.expire();

        assertThat(request.settle(refused(WritebackVerdict.NO_RIGHTS, Map.of())))
                .isFalse();

        assertThat(request.reason()).isEqualTo(WritebackVerdict.EXPIRED);
    }

    @Test
    void theFirstAnswerCounts_R_WB_31g() {
        request.settle(refused(WritebackVerdict.INCORRECT_PASSWORD, Map.of()));

        assertThat(request.settle(success(Map.of()))).isFalse();

        assertThat(request.reason()).isEqualTo(WritebackVerdict.INCORRECT_PASSWORD);
    }

    @Test
    void whoeverAsksBeforeTheAnswerIsToldThatThereIsNone() {
        assertThat(AgentAnswer.of(request).reason()).isEqualTo(WritebackVerdict.EXPIRED);
    }

    @Test
    void knowsARightPasswordThatHasExpired_R_CHG_01() {
        request.settle(success(Map.of(WritebackResult.PASSWORD_EXPIRED, true)));

        assertThat(AgentAnswer.of(request).isPasswordExpired()).isTrue();
    }

    private static AgentRequest pending() {
        AgentRequest request = new AgentRequest(ID);
        request.operation = Operation.CHANGE;
        request.expiresAt = Instant.parse("2026-11-22T09:30:45Z");
        return request;
    }

    private static WritebackResult success(Map<String, Object> evidence) {
        return WritebackResult.success(asked(), "agent-1", evidence);
    }

    private static WritebackResult refused(WritebackVerdict verdict, Map<String, Object> evidence) {
        return WritebackResult.refused(asked(), "agent-1", verdict, evidence);
    }

    private static WritebackRequest asked() {
        return WritebackRequest.of(
                Operation.CHANGE, ID, "contoso", "AAECAwQFBgcICQoLDA0ODw==", Instant.parse("2026-11-22T09:30:45Z"));
    }
}
