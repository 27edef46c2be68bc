package io.sspr.sandbox.world;

import java.io.IOException;
import java.util.Optional;

/** The part of the world's web face that is about one thing. */
interface Routes {
    /** Empty if the question is about something else. */
    Optional<Answer> answer(Question question) throws IOException;
}
