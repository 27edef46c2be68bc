package io.sspr.sandbox.world;

import io.sspr.sandbox.world.Approval.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The authenticator apps, as far as they ask for a yes: the last 2,000 push notifications, oldest first. Thread-safe. */
public final class Approvals {
    private static final int CAPACITY = 2_000;

    private final ById<Approval> approvals = new ById<>(CAPACITY);
    private final Clock clock;

    Approvals(Clock clock) {
        this.clock = clock;
    }

    Delivery ask(String id, String device, String text, String language) {
        if (id.isBlank() || device.isBlank() || text.isBlank()) {
            return Delivery.MALFORMED;
        }
        if (Delivery.isUnreachable(device)) {
            return Delivery.UNREACHABLE;
        }
        approvals.addIfAbsent(id, new Approval(id, device, text, language, clock.instant(), State.PENDING));
        return Delivery.DELIVERED;
    }

    public Optional<Approval> find(String id) {
        return approvals.find(id);
    }

    public List<Approval> all() {
        return approvals.all();
    }

    public List<Approval> on(String device) {
        return approvals.all().stream()
                .filter(approval -> approval.device().equals(device))
                .toList();
    }

    synchronized Reaction answer(String id, boolean approve) {
        Approval approval = find(id).orElse(null);
        if (approval == null) {
            return Reaction.UNKNOWN;
        }
        if (approval.state() != State.PENDING) {
            return Reaction.REFUSED;
        }
        approvals.replace(id, approval.with(approve ? State.APPROVED : State.DENIED));
        return Reaction.TAKEN;
    }
}
