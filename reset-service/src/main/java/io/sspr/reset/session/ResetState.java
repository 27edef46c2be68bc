package io.sspr.reset.session;

import io.sspr.contract.SsprCode;
import io.sspr.reset.gate.Method;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Where a reset stands. A step is a method of the state that allows it, so a step out of turn does not compile.
 *
 * <pre>
 *   GatesOpen ──passed──▶ GatesOpen … ──last gate passed──▶ PasswordOpen ──cloud password set──▶ Succeeded
 *                                                            ▲    │
 *                            on-premises policy said no ─────┘    └──sent to the agent──▶ WritebackPending
 *                                                                                           │ set ──▶ Succeeded
 *                                                                                           └ refused or expired ──▶ Refused
 *   GatesOpen, PasswordOpen ──user gives up──▶ Cancelled     ──15 minutes──▶ Abandoned     ──too many attempts──▶ Blocked
 *   PasswordOpen ──no longer eligible──▶ Refused             Refused(30) ──agent's late success──▶ Succeeded
 * </pre>
 */
public sealed interface ResetState {

    /** The user still has to prove who they are. */
    record GatesOpen(Set<Method> passed, int required) implements ResetState {
        /** A method opens one gate only, and so do two ways to use the same. Source: R-MTH-23 … R-MTH-25. */
        public boolean allows(Method method) {
            return passed.stream().noneMatch(method::isSameAs);
        }

        /** The number of the gate that the next method opens, from 1. */
        public int nextGate() {
            return passed.size() + 1;
        }

        /** Changes nothing if the method has opened a gate already. */
        public ResetState passed(Method method) {
            if (!allows(method)) {
                return this;
            }
            Set<Method> all = new LinkedHashSet<>(passed);
            all.add(method);
            return all.size() < required ? new GatesOpen(all, required) : new PasswordOpen(all);
        }

        public Cancelled cancelled() {
            return new Cancelled(passed);
        }

        public Abandoned abandoned() {
            return new Abandoned(passed);
        }

        public Blocked blocked() {
            return new Blocked(passed);
        }
    }

    /** All gates are passed; a new password may be submitted, or the account unlocked. */
    record PasswordOpen(Set<Method> passed) implements ResetState {
        public WritebackPending sentToAgent(UUID requestId, Instant expiresAt) {
            return new WritebackPending(passed, requestId, expiresAt);
        }

        public Succeeded succeeded() {
            return new Succeeded(passed);
        }

        public Refused refused(SsprCode code) {
            return new Refused(passed, code, null);
        }

        public Cancelled cancelled() {
            return new Cancelled(passed);
        }

        public Abandoned abandoned() {
            return new Abandoned(passed);
        }

        public Blocked blocked() {
            return new Blocked(passed);
        }
    }

    /** The agent has until {@code expiresAt} to set the password. Cannot be cancelled: the password may be set already. */
    record WritebackPending(Set<Method> passed, UUID requestId, Instant expiresAt) implements ResetState {
        public Succeeded succeeded() {
            return new Succeeded(passed);
        }

        public PasswordOpen refusedByPolicy() {
            return new PasswordOpen(passed);
        }

        public Refused refused(SsprCode code) {
            return new Refused(passed, code, requestId);
        }

        /** Nobody answered in time. */
        public Refused expired() {
            return refused(SsprCode.ON_PREMISES_CONNECTIVITY_ERROR);
        }
    }

    /** The new password is in force. */
    record Succeeded(Set<Method> passed) implements ResetState {}

    /**
     * Ended with a code.
     *
     * @param requestId the writeback that ended it; null if none was sent
     */
    record Refused(Set<Method> passed, SsprCode code, UUID requestId) implements ResetState {
        /** The agent had set the password after all, and its answer came late: the truth replaces the guess. */
        public Succeeded succeededLate() {
            return new Succeeded(passed);
        }
    }

    /** Too many attempts were made for this account, here or in another session. Source: R-ERR-92, R-THR-10. */
    record Blocked(Set<Method> passed) implements ResetState {}

    /** Given up by the user. */
    record Cancelled(Set<Method> passed) implements ResetState {}

    /** Ran out of its time. */
    record Abandoned(Set<Method> passed) implements ResetState {}

    /** The methods of the gates passed so far, in the order passed. */
    Set<Method> passed();

    /** Whether the user can still do something in this session. */
    default boolean isOpen() {
        return this instanceof GatesOpen || this instanceof PasswordOpen || this instanceof WritebackPending;
    }
}
