package io.sspr.sandbox.world;

/** What came of somebody's reaction to a call or a push. */
enum Reaction {
    TAKEN,
    /** There is no such call or push. */
    UNKNOWN,
    /** It was answered before, or does not ring any more, or nobody is there to answer. */
    REFUSED;

    /** In the words of HTTP. */
    Answer answer() {
        return switch (this) {
            case TAKEN -> Answer.of(204);
            case UNKNOWN -> Answer.of(404);
            case REFUSED -> Answer.of(409);
        };
    }
}
