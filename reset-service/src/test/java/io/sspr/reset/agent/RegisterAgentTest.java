package io.sspr.reset.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.agent.AgentOnboarded;
import io.sspr.reset.problem.Fault;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

class RegisterAgentTest {
    private static final PublicJsonWebKey RSA = TestAgentKeys.rsa("rsa-1");
    private static final PublicKeys KEYS = new PublicKeys(RSA, TestAgentKeys.ec("ec-1"));

    private final TestRegistry registry = new TestRegistry();

    @Test
    void importedKeysAreThoseOfAnAgentCalledImported_R_AUD_29() {
        registry.registerAgent().imported(TestRegistry.TENANT, KEYS, null);

        assertThat(registry.keys.ofTenant(TestRegistry.TENANT))
                .extracting(AgentKey::agent)
                .containsOnly("imported");
        assertThat(registry.keys.speakFor(TestRegistry.TENANT, "any")).isTrue();
        assertThat(registry.facts()).containsExactly(new AgentOnboarded("imported", null, List.of("rsa-1", "ec-1")));
    }

    @Test
    void theSameKeysOnceMoreChangeNothing() {
        registry.registerAgent().imported(TestRegistry.TENANT, KEYS, null);

        registry.registerAgent().imported(TestRegistry.TENANT, KEYS, null);

        assertThat(registry.facts()).hasSize(1);
    }

    @Test
    void otherKeysTakeTheirPlaceAtOnce() {
        registry.registerAgent().imported(TestRegistry.TENANT, KEYS, null);

        registry.registerAgent().imported(TestRegistry.TENANT, new PublicKeys(RSA, TestAgentKeys.ec("ec-2")), null);

        assertThat(registry.keys.ofTenant(TestRegistry.TENANT))
                .extracting(AgentKey::kid)
                .containsExactlyInAnyOrder("rsa-1", "ec-2");
        assertThat(registry.facts()).hasSize(2);
    }

    @Test
    void importedKeysTakeNoLivingAgentsPlace() {
        registry.keys.register(TestRegistry.TENANT, "agent-1", RSA, KEYS.signing());

        assertThat(registry.registerAgent().conflicts(TestRegistry.TENANT, AgentKey.IMPORTED, KEYS, "tenant.agent."))
                .containsExactly(
                        new Fault("tenant.agent.encryptionKey", "agent.keyTaken"),
                        new Fault("tenant.agent.signingKey", "agent.keyTaken"));
        assertThat(registry.keys.speakFor(TestRegistry.TENANT, "agent-1")).isTrue();
        assertThat(registry.keys.speakFor(TestRegistry.TENANT, "agent-2")).isFalse();
    }
}
