package io.sspr.contract.throttle;

import io.sspr.contract.Person;

/**
 * An administrator ended a block before its time.
 *
 * @param by the administrator
 */
public record BlockLifted(Person by, Person user) implements ThrottleFact {}
