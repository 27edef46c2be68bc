package io.sspr.reset.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.reset.policy.TenantPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a user is to be asked at sign-in. Source: R-REG-12, R-REG-13, R-CFG-12, R-CFG-13.
 *
 * @param reason null if not due
 * @param dismissible whether the user may leave it for another day, as often as they like
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Interrupt(boolean due, Reason reason, boolean dismissible) {
    /** Why a user is asked. */
    public enum Reason {
        /** Too little is registered. */
        REGISTER,
        /** It is long ago that the user said that all is right, or they never did. */
        RECONFIRM
    }

    /**
     * @param complete whether as much is registered as a reset asks for
     * @param lacksMfa whether multifactor sign-in lacks its method; what that needs cannot be put off
     */
    static Interrupt of(
            TenantPolicy policy, boolean complete, boolean lacksMfa, Optional<Instant> confirmedAt, Instant now) {
        Reason reason = !policy.registrationRequired() ? null : reason(policy, complete, confirmedAt, now);
        return new Interrupt(reason != null, reason, !lacksMfa);
    }

    /** When the data is to be confirmed again; empty if never, or if it never was and is to be at once. */
    static Optional<Instant> reconfirmAt(TenantPolicy policy, Optional<Instant> confirmedAt) {
        return confirmedAt
                .filter(last -> isReconfirmed(policy))
                .map(last -> last.plus(Duration.ofDays(policy.reconfirmDays())));
    }

    private static Reason reason(TenantPolicy policy, boolean complete, Optional<Instant> confirmedAt, Instant now) {
        if (!complete) {
            return Reason.REGISTER;
        }
        boolean isFresh = reconfirmAt(policy, confirmedAt).filter(now::isBefore).isPresent();
        return isReconfirmed(policy) && !isFresh ? Reason.RECONFIRM : null;
    }

    private static boolean isReconfirmed(TenantPolicy policy) {
        return policy.registrationRequired() && policy.reconfirmDays() > 0;
    }
}
