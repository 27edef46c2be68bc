package io.sspr.reset.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.reset.writeback.AgentReachability;
import io.sspr.reset.writeback.AgentStatus;
import io.sspr.reset.writeback.TestAgents;
import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line of the table at {@link AgentStanding}. */
class AgentStandingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final PublicJsonWebKey RSA = TestAgentKeys.rsa("rsa");

    private final TestAgentKeys keys = new TestAgentKeys();

    @ParameterizedTest
    @CsvSource({
        "PT10M59S, true,  HEALTHY,             1.2.3,          UP",
        "PT0S,     true,  HEALTHY,             1.2.3-SNAPSHOT, UP",
        "PT0S,     true,  HEALTHY,             1.2.4,          UP",
        "PT0S,     true,  HEALTHY,             1.10,           UP",
        "PT0S,     true,  HEALTHY,             2,              UP",
        "PT0S,     false, HEALTHY,             1.2.3,          UP",
        "PT0S,     true,  HEALTHY,             1.2.2,          UP_AGENT_OUTDATED",
        "PT0S,     true,  HEALTHY,             1.1.9,          UP_AGENT_OUTDATED",
        "PT0S,     true,  HEALTHY,             1,              UP_AGENT_OUTDATED",
        "PT0S,     true,  HEALTHY,             0.9.9,          UNKNOWN_AGENT_OUTDATED",
        "PT0S,     true,  HEALTHY,             beta,           UNKNOWN_AGENT_OUTDATED",
        "PT0S,     true,  CONFIGURATION_FAULT, 1.2.3,          NOT_CONFIGURED",
        "PT11M,    true,  HEALTHY,             1.2.3,          CANNOT_CONNECT",
        "PT11M,    true,  CONFIGURATION_FAULT, 1.2.3,          CANNOT_CONNECT",
        "PT11M,    false, HEALTHY,             1.2.3,          CANNOT_CONNECT_MAYBE_OUR_SIDE"
    })
    void isReadFromTheLastHeartbeat_R_WB_51(
            Duration age, boolean brokerIsThere, Health health, String version, AgentStanding expected) {
        AgentStatus last = new AgentStatus("agent-1", version, NOW.minus(age), health, null);

        assertThat(judge(brokerIsThere).judge(Optional.of(last))).isEqualTo(expected);
    }

    @Test
    void anAgentThatNeverBeatIsNotConnected_R_WB_51() {
        assertThat(judge(true).judge(Optional.empty())).isEqualTo(AgentStanding.CANNOT_CONNECT);
        assertThat(judge(false).judge(Optional.empty())).isEqualTo(AgentStanding.CANNOT_CONNECT_MAYBE_OUR_SIDE);
    }

    @Test
    void aTenantWithoutAgentsIsNotConfigured_R_WB_51_R_UI_03() {
        assertThat(describe(beat("agent-1"))).isEqualTo(new AgentsView(AgentStanding.NOT_CONFIGURED, List.of()));
    }

    @Test
    void oneAgentThatWorksIsEnough_R_WB_51() {
        register("agent-1", "1");
        register("agent-2", "2");

        AgentsView view = describe(beat("agent-2"));

        assertThat(view.status()).isEqualTo(AgentStanding.UP);
        assertThat(view.agents())
                .extracting(AgentView::name, AgentView::status)
                .containsExactly(tuple("agent-1", AgentStanding.CANNOT_CONNECT), tuple("agent-2", AgentStanding.UP));
        assertThat(view.agents().get(1))
                .isEqualTo(new AgentView(
                        "agent-2", AgentStanding.UP, "1.2.3", NOW, Health.HEALTHY, null, List.of("rsa2", "ec2"), NOW));
    }

    @Test
    void retiredKeysAreNotShown_R_WB_24() {
        register("agent-1", "1");
        keys.retire(TestRegistry.TENANT, "agent-1", NOW);
        register("agent-1", "2");

        assertThat(describe().agents())
                .singleElement()
                .satisfies(agent -> assertThat(agent.keys()).containsExactly("rsa2", "ec2"));
    }

    @Test
    void importedKeysSpeakForWhoeverHasNoneOfTheirOwn_R_WB_51() {
        register("agent-1", "1");
        register(AgentKey.IMPORTED, "2");

        AgentsView view = describe(beat("somebody"));

        assertThat(view.agents())
                .extracting(AgentView::status)
                .containsExactly(AgentStanding.CANNOT_CONNECT, AgentStanding.UP);
    }

    private void register(String agent, String suffix) {
        RSA.setKeyId("rsa" + suffix);
        PublicKeys pair = PublicKeys.of(TestRegistry.json(RSA), TestRegistry.json(TestAgentKeys.ec("ec" + suffix)));
        keys.add(pair.registered(TestRegistry.TENANT, agent, NOW));
    }

    private AgentsView describe(AgentStatus... heartbeats) {
        TestAgents statuses = new TestAgents(AgentReachability.READY, List.of(heartbeats));
        return new DescribeAgents(keys, statuses, judge(true)).describe(TestRegistry.TENANT);
    }

    private static AgentStatus beat(String agent) {
        return new AgentStatus(agent, "1.2.3", NOW, Health.HEALTHY, null);
    }

    private static JudgeAgent judge(boolean brokerIsThere) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new JudgeAgent(new Broker(brokerIsThere), clock, Duration.ofMinutes(11), "1.2.3-SNAPSHOT");
    }

    @Vetoed
    private static final class Broker extends OwnBroker {
        private final boolean isThere;

        Broker(boolean isThere) {
            super(null);
            this.isThere = isThere;
        }

        @Override
        boolean isReachable() {
            return isThere;
        }
    }
}
