package io.sspr.contract.policy;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;

/**
 * An administrator imported a tenant with its groups and accounts.
 *
 * @param by the administrator; unknown at first set-up, when none exists yet
 */
public record DirectoryImported(Person by, int groups, int accounts) implements Fact {}
