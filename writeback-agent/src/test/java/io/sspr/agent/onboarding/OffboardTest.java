package io.sspr.agent.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.agent.TestKeys;
import io.sspr.agent.onboarding.TestResetService.Question;
import io.sspr.contract.seal.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffboardTest extends OnboardingFixture {
    @Test
    void keysAreForgottenOnBothSides_R_WB_25_R_EVT_31012_R_EVT_31013() throws Exception {
        // Given
        TestKeys made = onboarded();
        cloud.answer(204, "");

        // When
        boolean done = offboard(aboutThisAgent());

        // Then
        assertThat(done).isTrue();
        Question question = cloud.questions().get(0);
        assertThat(question.path()).isEqualTo("/api/v1/agents/contoso/agent-1/offboarding");
        assertThat(question.json().path("tenant").asText()).isEqualTo("contoso");
        assertThat(question.json().path("agent").asText()).isEqualTo("agent-1");
        assertThat(question.json().path("issuedAt").asText()).isEqualTo(NOW.toString());
        Signature.verify(question.signature(), question.body(), made.agentSigning());
        assertThat(keys.isOnboarded()).isFalse();
        assertThat(folder.resolve("agent.jwe")).doesNotExist();
        assertThat(events.numbers()).containsExactly(31012, 31013);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void refusalDestroysNothing_R_EVT_31014(int status) throws Exception {
        // Given
        onboarded();
        cloud.answer(status, "{}");

        // When
        boolean done = offboard(aboutThisAgent());

        // Then
        assertThat(done).isFalse();
        assertThat(keys.isOnboarded()).isTrue();
        assertThat(events.numbers()).containsExactly(31012, 31014);
    }

    @Test
    void destroysNothingWhileResetServiceIsAway_R_EVT_32013() throws Exception {
        // Given
        onboarded();

        // When
        boolean done = offboard(unreachable());

        // Then
        assertThat(done).isFalse();
        assertThat(keys.isOnboarded()).isTrue();
        assertThat(events.numbers()).containsExactly(31012, 32013, 31014);
    }

    private boolean offboard(AboutThisAgent aboutThisAgent) throws InterruptedException {
        return new Offboard(keys, aboutThisAgent, events, config).offboard();
    }
}
