package io.sspr.reset.session;

import io.sspr.reset.session.ResetState.Abandoned;
import io.sspr.reset.session.ResetState.Blocked;
import io.sspr.reset.session.ResetState.Cancelled;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.ResetState.Refused;
import io.sspr.reset.session.ResetState.Succeeded;
import io.sspr.reset.session.ResetState.WritebackPending;

/** A {@link ResetState} by name, as in rows and answers. */
public enum StateName {
    GATES_OPEN(GatesOpen.class),
    PASSWORD_OPEN(PasswordOpen.class),
    WRITEBACK_PENDING(WritebackPending.class),
    SUCCEEDED(Succeeded.class),
    REFUSED(Refused.class),
    BLOCKED(Blocked.class),
    CANCELLED(Cancelled.class),
    ABANDONED(Abandoned.class);

    private final Class<? extends ResetState> state;

    StateName(Class<? extends ResetState> state) {
        this.state = state;
    }

    static StateName of(ResetState state) {
        for (StateName name : values()) {
            if (name.state.isInstance(state)) {
                return name;
            }
        }
        throw new IllegalArgumentException(state + " has no name");
    }
}
