package io.sspr.agent.request;

import io.quarkus.scheduler.Scheduled;
import io.sspr.agent.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Keeps the ledger and the event log from growing for ever. */
@ApplicationScoped
class ForgetOldEntries {
    private final Ledger ledger;
    private final EventLog eventLog;
    private final Clock clock;

    ForgetOldEntries(Ledger ledger, EventLog eventLog, Clock clock) {
        this.ledger = ledger;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Scheduled(every = "1h")
    void forget() {
        ledger.forgetOldRequests(clock.instant());
        eventLog.forgetOldLines();
    }
}
