package io.sspr.reset.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.agent.AgentKeysRolled;
import io.sspr.contract.agent.AgentOffboarded;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.ProblemName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollAgentKeysTest {
    private static final PublicJsonWebKey OLD_RSA = TestAgentKeys.rsa("rsa-1");
    private static final PublicJsonWebKey OLD_EC = TestAgentKeys.ec("ec-1");
    private static final PublicJsonWebKey NEW_RSA = TestAgentKeys.rsa("rsa-2");
    private static final PublicJsonWebKey NEW_EC = TestAgentKeys.ec("ec-2");
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final TestRegistry registry = new TestRegistry();

    @BeforeEach
    void onboarded() {
        registry.keys.add(new PublicKeys(OLD_RSA, OLD_EC).registered(TestRegistry.TENANT, "agent-1", registry.now));
    }

    @Test
    void newPasswordsAreSealedToTheNewKeyOnly_R_WB_24() {
        assertThat(roll(OLD_EC).isDone()).isTrue();

        assertThat(registry.keys.toSealTo(TestRegistry.TENANT))
                .extracting(PublicJsonWebKey::getKeyId)
                .containsExactly("rsa-2");
        assertThat(registry.facts()).containsExactly(new AgentKeysRolled("agent-1", List.of("rsa-2", "ec-2")));
    }

    @Test
    void whatTheFormerKeySignsIsBelievedForADay_R_WB_24() throws BrokenSealException {
        roll(OLD_EC);
        registry.moveOn(Duration.ofHours(24).minusSeconds(1));

        assertThat(signerOf(OLD_EC).kid()).isEqualTo("ec-1");
        assertThat(signerOf(NEW_EC).kid()).isEqualTo("ec-2");

        registry.moveOn(Duration.ofSeconds(1));

        assertThatThrownBy(() -> signerOf(OLD_EC)).isInstanceOf(BrokenSealException.class);
        assertThat(signerOf(NEW_EC).kid()).isEqualTo("ec-2");
    }

    @Test
    void aRepetitionChangesNothing_R_WB_24() {
        roll(OLD_EC);

        assertThat(roll(OLD_EC).isDone()).isTrue();
        assertThat(registry.facts()).hasSize(1);
    }

    @Test
    void aFormerKeyVouchesForNoOther_R_WB_24() {
        roll(OLD_EC);

        AgentOutcome outcome = roll(OLD_EC, TestAgentKeys.rsa("rsa-3"), TestAgentKeys.ec("ec-3"), registry.now);

        assertThat(outcome.problem()).isEqualTo(ProblemName.AGENT_NOT_RECOGNISED);
    }

    @Test
    void anotherAgentsKeyVouchesForNothing() {
        PublicJsonWebKey others = TestAgentKeys.ec("ec-9");
        registry.keys.add(new PublicKeys(TestAgentKeys.rsa("rsa-9"), others)
                .registered(TestRegistry.TENANT, "agent-2", registry.now));

        assertThat(roll(others).problem()).isEqualTo(ProblemName.AGENT_NOT_RECOGNISED);
        assertThat(roll(TestAgentKeys.ec("ec-1")).problem()).isEqualTo(ProblemName.AGENT_NOT_RECOGNISED);
    }

    @Test
    void bothKeysHaveToBeNew() {
        assertThat(roll(OLD_EC, OLD_RSA, NEW_EC, registry.now).faults())
                .containsExactly(new Fault("encryptionKey", "agent.keyTaken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT5M1S", "PT5M1S"})
    void anOverheardRequestIsOfNoUseLater(Duration off) {
        assertThat(roll(OLD_EC, NEW_RSA, NEW_EC, registry.now.plus(off)).faults())
                .containsExactly(new Fault("issuedAt", "agent.issuedAt"));
    }

    @Test
    void anAgentThatLeavesLeavesNoKeys_R_WB_25() {
        OffboardingRequest leave = new OffboardingRequest(TestRegistry.TENANT, "agent-1", registry.now);

        assertThat(leave(leave, OLD_EC).isDone()).isTrue();

        assertThat(registry.keys.isOnboarded(TestRegistry.TENANT)).isFalse();
        assertThatThrownBy(() -> signerOf(OLD_EC)).isInstanceOf(BrokenSealException.class);
        assertThat(registry.facts()).containsExactly(new AgentOffboarded("agent-1", null));
    }

    @Test
    void nobodyElseSendsAnAgentAway_R_WB_25() {
        OffboardingRequest leave = new OffboardingRequest(TestRegistry.TENANT, "agent-1", registry.now);

        assertThat(leave(leave, NEW_EC).problem()).isEqualTo(ProblemName.AGENT_NOT_RECOGNISED);
        roll(OLD_EC);
        assertThat(leave(leave, OLD_EC).problem()).isEqualTo(ProblemName.AGENT_NOT_RECOGNISED);
        assertThat(leave(new OffboardingRequest("other", "agent-1", registry.now), NEW_EC)
                        .problem())
                .isEqualTo(ProblemName.AGENT_NOT_RECOGNISED);
        assertThat(leave(new OffboardingRequest(TestRegistry.TENANT, "agent-1", null), NEW_EC)
                        .problem())
                .isEqualTo(ProblemName.AGENT_REJECTED);
        assertThat(leave(leave, NEW_EC).isDone()).isTrue();
    }

    @Test
    void anAdministratorPutsAnAgentOutOnce_R_WB_25() {
        assertThat(registry.offboardAgent().putOut(TestRegistry.TENANT, "agent-1", null))
                .isTrue();
        assertThat(registry.offboardAgent().putOut(TestRegistry.TENANT, "agent-1", null))
                .isFalse();
    }

    private AgentKey signerOf(PublicJsonWebKey key) throws BrokenSealException {
        return registry.keys.signerOf(BODY, TestRegistry.signed(BODY, key), TestRegistry.TENANT, registry.now);
    }

    private AgentOutcome leave(OffboardingRequest request, PublicJsonWebKey signer) {
        return registry.offboardAgent()
                .leave(TestRegistry.TENANT, "agent-1", request, BODY, TestRegistry.signed(BODY, signer));
    }

    private AgentOutcome roll(PublicJsonWebKey signer) {
        return roll(signer, NEW_RSA, NEW_EC, registry.now);
    }

    private AgentOutcome roll(PublicJsonWebKey signer, PublicJsonWebKey rsa, PublicJsonWebKey ec, Instant issuedAt) {
        KeysRequest request = new KeysRequest(TestRegistry.json(rsa), TestRegistry.json(ec), issuedAt);
        return registry.rollAgentKeys()
                .roll(TestRegistry.TENANT, "agent-1", request, BODY, TestRegistry.signed(BODY, signer));
    }
}
