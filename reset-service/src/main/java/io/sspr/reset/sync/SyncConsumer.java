package io.sspr.reset.sync;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.sync.AccountsSynchronised;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import io.sspr.reset.agent.AgentKey;
import io.sspr.reset.writeback.AgentSignatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears what the agents found in their directories. Only what an agent of the tenant signed counts. */
@ApplicationScoped
class SyncConsumer {
    private static final Logger LOG = Logger.getLogger(SyncConsumer.class);

    /** Runs whose ids do not begin with their time could not be told from older ones. */
    private static final int TIME_ORDERED = 7;

    private final TakeOverAccounts takeOverAccounts;
    private final AgentSignatures signatures;
    private final OutboxRelay relay;

    SyncConsumer(TakeOverAccounts takeOverAccounts, AgentSignatures signatures, OutboxRelay relay) {
        this.takeOverAccounts = takeOverAccounts;
        this.signatures = signatures;
        this.relay = relay;
    }

    @Incoming("sync-accounts")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void on(ConsumerRecord<String, byte[]> record) {
        Message<?> message = Inbox.read(record);
        if (!(message.event() instanceof AccountsSynchronised part)) {
            return;
        }
        Optional<AgentKey> signer = signatures.signerOf(record, message);
        if (signer.isEmpty()) {
            return;
        }
        if (!signer.get().speaksFor(message.subject())) {
            LOG.errorf(
                    "A part of a run was passed over, since another agent signed it: tenant=%s agent=%s",
                    message.tenant(), signer.get().agent());
            return;
        }
        if (isComplete(part)) {
            takeOverAccounts.takeOver(message.as(AccountsSynchronised.class), message.subject());
        } else {
            deadLetter(record);
        }
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "reset-service", "a part of a directory's accounts could not be taken over");
    }

    private static boolean isComplete(AccountsSynchronised part) {
        return part.run() != null
                && part.run().version() == TIME_ORDERED
                && part.part() > 0
                && part.accounts() != null
                && part.groups() != null
                && part.removed() != null
                && part.accounts().stream().allMatch(account -> account.anchor() != null)
                && part.groups().stream().allMatch(group -> group.anchor() != null && group.members() != null);
    }
}
