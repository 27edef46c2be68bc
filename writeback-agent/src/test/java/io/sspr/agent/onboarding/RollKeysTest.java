package io.sspr.agent.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.agent.TestConfig;
import io.sspr.agent.TestKeys;
import io.sspr.agent.key.KeyPair;
import io.sspr.agent.key.KeyRing;
import io.sspr.agent.onboarding.TestResetService.Answer;
import io.sspr.agent.onboarding.TestResetService.Question;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Signature;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

class RollKeysTest extends OnboardingFixture {
    @Test
    void rollsWhenTheKeysAreSixMonthsOld_R_WB_24() throws Exception {
        // Given
        TestKeys first = onboarded();
        cloud.answer(200, "{}");
        RollKeys rollKeys = rollKeys();

        // When
        clock.advance(TestConfig.KEY_LIFETIME.minusMillis(1));
        rollKeys.rollIfDue();

        // Then
        assertThat(cloud.questions()).isEmpty();

        // When
        clock.advance(Duration.ofMillis(1));
        rollKeys.rollIfDue();
        rollKeys.rollIfDue();

        // Then
        assertThat(cloud.questions()).hasSize(1);
        Question question = cloud.questions().get(0);
        assertThat(question.path()).isEqualTo("/api/v1/agents/contoso/agent-1/keys");
        Signature.verify(question.signature(), question.body(), first.agentSigning());
        assertThat(question.json().path("issuedAt").asText())
                .isEqualTo(clock.instant().toString());
        assertThat(question.json().path("signingKey").path("kid").asText())
                .isEqualTo(keys.signing().getKeyId())
                .isNotEqualTo(first.agentSigning().getKeyId());
        assertThat(question.json().path("encryptionKey").has("d")).isFalse();
        assertThat(ids()).hasSize(2).endsWith(first.agent().getKeyId());
        assertThat(events.numbers()).containsExactly(31018);
    }

    @Test
    void formerKeyIsDestroyedAfterADay_R_WB_24() throws Exception {
        // Given
        onboarded();
        cloud.answer(200, "{}");
        RollKeys rollKeys = rollKeys();
        assertThat(rollKeys.roll()).isTrue();

        // When
        clock.advance(Duration.ofDays(1));
        rollKeys.rollIfDue();

        // Then
        assertThat(ids()).hasSize(1);
        assertThat(events.numbers()).containsExactly(31018);
    }

    @Test
    void agentKilledAfterStoringAnnouncesTheSameKeysAgain_R_WB_24() throws Exception {
        // Given
        TestKeys first = onboarded();
        KeyPair stored = keys.prepared();
        keys = new KeyRing(config, clock);
        cloud.answer(200, "{}");

        // Then
        assertThat(ids())
                .containsExactly(first.agent().getKeyId(), stored.encryption().getKeyId());
        assertThat(keys.signing().getKeyId()).isEqualTo(first.agentSigning().getKeyId());

        // When
        rollKeys().rollIfDue();

        // Then
        assertThat(keys.signing().getKeyId()).isEqualTo(stored.signing().getKeyId());
    }

    @Test
    void agentKilledBeforeTheAnswerIsBelievedByItsNewKey_R_WB_24() throws Exception {
        // Given
        onboarded();
        KeyPair accepted = keys.prepared();
        keys = new KeyRing(config, clock);
        cloud.answer(question -> new Answer(isSignedBy(accepted.signing(), question) ? 200 : 401, "{}"));

        // When
        rollKeys().rollIfDue();

        // Then
        assertThat(cloud.questions()).hasSize(2);
        assertThat(keys.signing().getKeyId()).isEqualTo(accepted.signing().getKeyId());
    }

    @Test
    void bothKeysServeWhileResetServiceIsAway_R_EVT_32001() throws Exception {
        // Given
        TestKeys first = onboarded();
        RollKeys rollKeys = new RollKeys(keys, unreachable(), events, config, clock);
        clock.advance(TestConfig.KEY_LIFETIME);

        // When
        rollKeys.rollIfDue();
        rollKeys.rollIfDue();

        // Then
        assertThat(keys.signing().getKeyId()).isEqualTo(first.agentSigning().getKeyId());
        assertThat(ids()).hasSize(2);
        assertThat(events.numbers()).containsExactly(32001);

        // When
        cloud.answer(200, "{}");
        assertThat(rollKeys().roll()).isTrue();

        // Then
        assertThat(keys.next()).isEmpty();
    }

    @Test
    void refusalLeavesTheFormerKeysInUse_R_EVT_32009() throws Exception {
        // Given
        TestKeys first = onboarded();
        cloud.answer(401, "{}");

        // When
        boolean rolled = rollKeys().roll();

        // Then
        assertThat(rolled).isFalse();
        assertThat(keys.signing().getKeyId()).isEqualTo(first.agentSigning().getKeyId());
        assertThat(events.numbers()).containsExactly(32009);
    }

    @Test
    void agentThatIsNotOnboardedHasNothingToRoll_R_WB_24() throws Exception {
        // When
        rollKeys().rollIfDue();

        // Then
        assertThat(cloud.questions()).isEmpty();
        assertThat(events.numbers()).isEmpty();
    }

    private RollKeys rollKeys() {
        return new RollKeys(keys, aboutThisAgent(), events, config, clock);
    }

    private List<String> ids() {
        return keys.opening().stream().map(PublicJsonWebKey::getKeyId).toList();
    }

    private static boolean isSignedBy(PublicJsonWebKey key, Question question) {
        try {
            Signature.verify(question.signature(), question.body(), key);
            return true;
        } catch (BrokenSealException e) {
            return false;
        }
    }
}
