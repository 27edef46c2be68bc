package io.sspr.contract.change;

import io.sspr.contract.Person;

/**
 * An administrator let a user in again who was locked out of sign-in, and the password is the one it was; also if nothing was locked. Source: R-WB-34.
 *
 * @param by the administrator
 * @param onPremisesAgent the agent that unlocked the account; null if the cloud masters its password
 */
public record AccountUnlockedByAdmin(Person user, Person by, String onPremisesAgent) implements ChangeFact {}
