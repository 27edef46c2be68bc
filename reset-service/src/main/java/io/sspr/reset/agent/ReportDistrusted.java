package io.sspr.reset.agent;

import io.sspr.contract.Message;
import io.sspr.contract.agent.MessageDistrusted;
import io.sspr.contract.seal.BrokenSealException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells the administrators that somebody writes to an agent's topic who is none of the tenant's agents. Once per message, and once per topic and
 * minute at most: whoever can write one forged message can write thousands a second, and would otherwise bury everything else in the audit log, whose
 * first such entry already says all there is to do. The log of this service names each of them. Source: R-EVT-32008.
 */
@ApplicationScoped
public class ReportDistrusted {
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final DistrustedMessages messages;
    private final AgentFacts facts;
    private final Clock clock;

    ReportDistrusted(DistrustedMessages messages, AgentFacts facts, Clock clock) {
        this.messages = messages;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Reports a message that was passed over.
     *
     * @param topic one that belongs to a single tenant: whose it is, is told by its name, since all that the message says may be a lie
     */
    @Transactional
    public void report(String topic, Message<?> message, BrokenSealException.Fault fault) {
        String tenant = topic.substring(topic.lastIndexOf('.') + 1);
        Instant now = clock.instant();
        if (messages.mark(tenant, topic, message.id(), now, now.minus(QUIET))) {
            facts.add(tenant, new MessageDistrusted(topic, message.id(), fault));
        }
    }
}
