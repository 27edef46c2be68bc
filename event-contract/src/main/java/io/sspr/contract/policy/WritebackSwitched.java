package io.sspr.contract.policy;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;

/** An administrator switched password writeback on or off for the tenant. Source: R-AUD-29. */
public record WritebackSwitched(Person by, boolean enabled) implements Fact {}
