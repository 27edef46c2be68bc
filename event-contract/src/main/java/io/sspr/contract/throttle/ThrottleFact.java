package io.sspr.contract.throttle;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;

/** What happened to somebody's right to try. */
public sealed interface ThrottleFact extends Fact permits AttemptsBlocked, BlockLifted {
    Person user();
}
