package io.sspr.reset.agent;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Tells what happened to a tenant's agents; in order per tenant, in the transaction in which it happens. */
@ApplicationScoped
class AgentFacts {
    private final Outbox outbox;
    private final Clock clock;

    AgentFacts(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void add(String tenant, Fact fact) {
        outbox.add(new Message<>(UUID.randomUUID(), clock.instant(), "/reset-service", tenant, tenant, null, fact));
    }
}
