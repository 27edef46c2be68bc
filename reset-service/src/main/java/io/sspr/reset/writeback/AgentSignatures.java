package io.sspr.reset.writeback;

import io.sspr.contract.Message;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Signature;
import io.sspr.outbox.Inbox;
import io.sspr.reset.agent.AgentKey;
import io.sspr.reset.agent.AgentKeys;
import io.sspr.reset.agent.ReportDistrusted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Tells whether a message comes from an agent of the tenant that it names. Ask before anything else: a forged message must not use up the id of a true
 * one. Source: R-WB-24, R-EVT-32008.
 */
@ApplicationScoped
public class AgentSignatures {
    private static final Logger LOG = Logger.getLogger(AgentSignatures.class);

    private final AgentKeys keys;
    private final ReportDistrusted reportDistrusted;
    private final Clock clock;

    AgentSignatures(AgentKeys keys, ReportDistrusted reportDistrusted, Clock clock) {
        this.keys = keys;
        this.reportDistrusted = reportDistrusted;
        this.clock = clock;
    }

    /** The key with which the tenant's agent signed the message; empty, and reported, if none of them did. */
    public Optional<AgentKey> signerOf(ConsumerRecord<String, byte[]> record, Message<?> message) {
        try {
            if (!record.topic().endsWith("." + message.tenant())) {
                throw BrokenSealException.unknownWriter();
            }
            return Optional.of(keys.signerOf(
                    record.value(), Inbox.header(record, Signature.HEADER), message.tenant(), clock.instant()));
        } catch (BrokenSealException e) {
            LOG.errorf(
                    "A message was passed over: topic=%s id=%s supportCode=%s cause=%s",
                    record.topic(), message.id(), message.supportCode(), e.getMessage());
            reportDistrusted.report(record.topic(), message, e.fault());
            return Optional.empty();
        }
    }
}
