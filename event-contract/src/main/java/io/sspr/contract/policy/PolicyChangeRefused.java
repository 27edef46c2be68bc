package io.sspr.contract.policy;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;
import java.util.List;

/**
 * An administrator tried to give settings values that are not allowed; nothing changed.
 *
 * @param settings the names of those settings
 */
public record PolicyChangeRefused(Person by, List<String> settings) implements Fact {}
