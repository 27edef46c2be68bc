package io.sspr.contract.signin;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;
import java.time.Instant;

/**
 * Too many wrong passwords in a row: nobody can sign in to this account for a while, and no password is looked at. Source: R-LOK-01.
 *
 * @param failures how many in a row, repetitions of the same wrong password not counted
 * @param lockedUntil when the next password is looked at
 */
public record SignInLockedOut(Person user, int failures, Instant lockedUntil) implements Fact {}
