package io.sspr.reset.agent;

import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.writeback.AgentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells how an agent that has exchanged keys stands: the table is at {@link AgentStanding}. Source: R-WB-51. */
@ApplicationScoped
class JudgeAgent {
    private final OwnBroker broker;
    private final Clock clock;
    private final Duration staleAfter;
    private final Version ownVersion;

    @Inject
    JudgeAgent(
            OwnBroker broker,
            Clock clock,
            ResetConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this(broker, clock, config.agent().staleAfter(), version);
    }

    JudgeAgent(OwnBroker broker, Clock clock, Duration staleAfter, String version) {
        this.broker = broker;
        this.clock = clock;
        this.staleAfter = staleAfter;
        this.ownVersion = Version.parse(version)
                .orElseThrow(
                        () -> new IllegalStateException("this service's own version does not begin with a number"));
    }

    /** @param heartbeat the agent's last one; empty if there was none */
    AgentStanding judge(Optional<AgentStatus> heartbeat) {
        Optional<AgentStatus> inTime = heartbeat.filter(
                last -> last.heartbeatAt().isAfter(clock.instant().minus(staleAfter)));
        if (inTime.isEmpty()) {
            return broker.isReachable() ? AgentStanding.CANNOT_CONNECT : AgentStanding.CANNOT_CONNECT_MAYBE_OUR_SIDE;
        }
        return inTime.get().health() == Health.CONFIGURATION_FAULT
                ? AgentStanding.NOT_CONFIGURED
                : byVersion(inTime.get().version());
    }

    private AgentStanding byVersion(String text) {
        Optional<Version> version = Version.parse(text).filter(known -> known.main() >= ownVersion.main());
        if (version.isEmpty()) {
            return AgentStanding.UNKNOWN_AGENT_OUTDATED;
        }
        return version.get().compareTo(ownVersion) < 0 ? AgentStanding.UP_AGENT_OUTDATED : AgentStanding.UP;
    }
}
