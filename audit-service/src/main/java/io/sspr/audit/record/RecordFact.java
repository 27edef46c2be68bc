package io.sspr.audit.record;

import io.sspr.audit.log.DirectoryAudits;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.outbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Writes a fact into the audit log, once however often it is delivered. What is no fact, such as a heartbeat, is passed over. */
@ApplicationScoped
class RecordFact {
    private final Inbox inbox;
    private final DirectoryAudits audits;

    RecordFact(Inbox inbox, DirectoryAudits audits) {
        this.inbox = inbox;
        this.audits = audits;
    }

    @Transactional
    public void record(Message<?> message) {
        if (message.event() instanceof Fact && inbox.isNew(message)) {
            audits.append(message.tenant(), DescribeFact.describe(message));
        }
    }
}
