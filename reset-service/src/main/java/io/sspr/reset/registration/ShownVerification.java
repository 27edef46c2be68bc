package io.sspr.reset.registration;

import io.sspr.contract.registration.Purpose;
import io.sspr.reset.gate.Challenge.Delivery;
import io.sspr.reset.gate.TenSeconds;
import io.sspr.reset.registration.Verification.Status;
import java.time.Instant;

/**
 * A verification as its page shows it.
 *
 * @param hint where the message went, masked; null if none did, or if it does not matter any more
 * @param secondsToWait until <i>Try again</i> is shown; 0 if it is. Source: R-FLW-30
 * @param setUp what the app has to take; null for everything else
 */
public record ShownVerification(VerificationView verification, String hint, long secondsToWait, AppSetUpPicture setUp) {
    static ShownVerification of(VerificationView view, String hint, Instant begunAt, Instant now) {
        return new ShownVerification(
                view,
                hint,
                view.delivery() == Delivery.FAILED ? 0 : TenSeconds.leftOf(begunAt, now),
                view.setUp() == null ? null : AppSetUpPicture.of(view.setUp()));
    }

    /** Its page in the portal. */
    public String path() {
        return "/verify/" + verification.id();
    }

    /** Where its message is sent once more. */
    public String pathAgain() {
        return path() + "/again";
    }

    public boolean isOpen() {
        return verification.status() == Status.OPEN;
    }

    public boolean isPassed() {
        return verification.status() == Status.PASSED;
    }

    /** Whether it proves who the user is; else it registers something. */
    public boolean isProof() {
        return verification.purpose() == Purpose.PROVE;
    }

    /** Whether the user replies on the phone; else they type a code. */
    public boolean isReplyOnPhone() {
        return isSent() && !verification.channel().carriesCodes();
    }

    public boolean isSent() {
        return verification.channel() != null;
    }

    public boolean isUndelivered() {
        return verification.delivery() == Delivery.FAILED;
    }

    /** How far the message got, and by which way: {@code DELIVERED_SMS}. */
    public String progress() {
        return verification.delivery() + "_" + verification.channel();
    }

    /** Whether the page has to look again by itself. */
    public boolean isUnderWay() {
        return isOpen() && (isReplyOnPhone() || verification.delivery() == Delivery.REQUESTED);
    }
}
