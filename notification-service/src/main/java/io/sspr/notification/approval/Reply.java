package io.sspr.notification.approval;

/** What a call or push has come to, in the words of neither carrier. */
enum Reply {
    /** It rings, or is shown. */
    PENDING,
    /** The key # was pressed, or "approve" tapped. */
    APPROVED,
    /** The user hung up, or tapped "deny". */
    DENIED,
    /** Nobody picked up. */
    UNANSWERED,
    /** The carrier does not tell, or in no words that are known here. */
    UNKNOWN;

    /** @param state as the carrier says it */
    static Reply of(String state) {
        return switch (state) {
            case "RINGING", "PENDING" -> PENDING;
            case "CONFIRMED", "APPROVED" -> APPROVED;
            case "REJECTED", "DENIED" -> DENIED;
            case "UNANSWERED" -> UNANSWERED;
            default -> UNKNOWN;
        };
    }
}
