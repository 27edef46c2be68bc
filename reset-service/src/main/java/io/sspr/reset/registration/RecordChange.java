package io.sspr.reset.registration;

import io.sspr.contract.registration.MethodRegistered;
import io.sspr.contract.registration.MethodRemoved;
import io.sspr.outbox.Outbox;
import io.sspr.reset.gate.Method;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells that one datum was registered or removed. Whoever becomes complete by it has seen all of it, so that counts as a confirmation. Source: R-REG-13, R-REG-16. */
@ApplicationScoped
class RecordChange {
    private final LookUpRegistered lookUpRegistered;
    private final Outbox outbox;

    RecordChange(LookUpRegistered lookUpRegistered, Outbox outbox) {
        this.lookUpRegistered = lookUpRegistered;
        this.outbox = outbox;
    }

    /**
     * @param visit as it was before the change
     * @param replaced whether another value stood there
     */
    void registered(Visit visit, Method method, boolean replaced) {
        boolean isComplete = isCompleteNow(visit);
        if (isComplete && !visit.isComplete()) {
            visit.info().confirmedAt = visit.now();
        }
        outbox.add(visit.message(new MethodRegistered(visit.user(), method.name(), replaced, isComplete)));
    }

    /** {@code visit} as above. */
    void removed(Visit visit, Method method) {
        outbox.add(visit.message(new MethodRemoved(visit.user(), method.name(), isCompleteNow(visit))));
    }

    private boolean isCompleteNow(Visit visit) {
        return visit.with(lookUpRegistered.of(visit.info(), visit.tenant())).isComplete();
    }
}
