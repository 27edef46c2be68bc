package io.sspr.sandbox.world;

/** What became of something that a carrier was handed. */
enum Delivery {
    DELIVERED,
    MALFORMED,
    UNREACHABLE;

    private static final String UNREACHABLE_ENDING = "0000";

    /** The carrier of numbers and devices ending in 0000 never answers. */
    static boolean isUnreachable(String destination) {
        return destination.endsWith(UNREACHABLE_ENDING);
    }

    /** In the words of HTTP. */
    Answer answer() {
        return switch (this) {
            case DELIVERED -> Answer.of(202);
            case UNREACHABLE -> Answer.of(503);
            case MALFORMED -> Answer.of(400);
        };
    }
}
