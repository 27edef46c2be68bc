package io.sspr.reset.question;

import io.sspr.reset.problem.Language;

/** A question whose answer proves who its user is. Source: R-SQ-02. */
public sealed interface Question permits PredefinedQuestion, CustomQuestion {

    /** Names the question for good: in another order, another language or other upper and lower case it is still the same. */
    String key();

    /** What the user reads. */
    String text(Language language);
}
