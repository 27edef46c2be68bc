package io.sspr.reset.session;

import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.reset.page.Page;

/**
 * A browser's way through a reset: where it stands now, and the page that is about to show that.
 *
 * @param session for reading only
 */
public record Walk(Page page, ResetSession session, ResetView view) {

    /** The page on which it goes on. Source: R-FLW-06 … R-FLW-11. */
    public WalkStep next() {
        if (isOutOfTime()) {
            return WalkStep.RESULT;
        }
        return switch (view.state()) {
            case GATES_OPEN -> nextAtGates();
            case PASSWORD_OPEN -> wantsUnlock() ? WalkStep.UNLOCK : WalkStep.PASSWORD;
            case WRITEBACK_PENDING, SUCCEEDED, REFUSED, BLOCKED, CANCELLED, ABANDONED -> WalkStep.RESULT;
        };
    }

    /** Whether that page can be shown now. A user may go back to another method, but not back through a gate. */
    boolean allows(WalkStep step) {
        boolean isAtGates = !isOutOfTime() && view.state() == StateName.GATES_OPEN;
        boolean isAtPassword = !isOutOfTime() && view.state() == StateName.PASSWORD_OPEN;
        return switch (step) {
            case INTENT -> isAtGates && view.unlockOffered();
            case METHODS, PHONE -> isAtGates;
            case CODE -> isAtGates && view.challenge() != null;
            case PASSWORD -> isAtPassword;
            case UNLOCK -> isAtPassword && view.unlockOffered();
            case RESULT -> !isAtGates && !isAtPassword;
        };
    }

    /** Whether the user let the time run out, which the state may not tell yet. Source: R-FLW-03. */
    boolean isOutOfTime() {
        return switch (view.state()) {
            case GATES_OPEN, PASSWORD_OPEN -> session.isExpiredAt(page.now());
            case ABANDONED -> true;
            case WRITEBACK_PENDING, SUCCEEDED, REFUSED, BLOCKED, CANCELLED -> false;
        };
    }

    private WalkStep nextAtGates() {
        if (view.challenge() != null) {
            return WalkStep.CODE;
        }
        return view.unlockOffered() && session.intent().isEmpty() ? WalkStep.INTENT : WalkStep.METHODS;
    }

    private boolean wantsUnlock() {
        return view.unlockOffered()
                && session.intent().filter(Operation.UNLOCK::equals).isPresent();
    }
}
