package io.sspr.reset.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Message;
import io.sspr.contract.Topics;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.contract.agent.MessageDistrusted;
import io.sspr.contract.seal.BrokenSealException.Fault;
import io.sspr.outbox.RememberedFacts;
import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportDistrustedTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final String TOPIC = Topics.AGENT_EVENTS.of("contoso");

    private final RememberedFacts outbox = new RememberedFacts();
    private final Asked messages = new Asked();
    private final Message<AgentHeartbeat> forged = new Message<>(
            UUID.randomUUID(),
            NOW,
            "/test",
            "northwind",
            "agent-1",
            null,
            new AgentHeartbeat("agent-1", "1", NOW, Health.HEALTHY, null));

    @Test
    void isAboutTheTenantOfTheTopicWhateverTheMessageSays_R_EVT_32008() {
        report();

        assertThat(messages.tenant).isEqualTo("contoso");
        assertThat(outbox.facts()).containsExactly(new MessageDistrusted(TOPIC, forged.id(), Fault.NOT_AUTHENTIC));
    }

    @Test
    void isToldOnceAMinute_R_EVT_32008() {
        report();
        assertThat(messages.quietSince).isEqualTo(NOW.minus(Duration.ofMinutes(1)));
        messages.marks = false;

        report();

        assertThat(outbox.facts()).hasSize(1);
    }

    private void report() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        new ReportDistrusted(messages, new AgentFacts(outbox, clock), clock).report(TOPIC, forged, Fault.NOT_AUTHENTIC);
    }

    @Vetoed
    private static final class Asked extends DistrustedMessages {
        private boolean marks = true;
        private String tenant;
        private Instant quietSince;

        Asked() {
            super(null);
        }

        @Override
        boolean mark(String of, String topic, UUID message, Instant now, Instant since) {
            tenant = of;
            quietSince = since;
            return marks;
        }
    }
}
