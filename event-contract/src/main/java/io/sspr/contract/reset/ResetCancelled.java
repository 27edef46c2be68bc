package io.sspr.contract.reset;

import io.sspr.contract.Person;
import java.util.UUID;

/** The user gave up. Source: R-FLW-13, R-AUD-42. */
public record ResetCancelled(UUID resetId, Person user, boolean gatesWerePassed) implements ResetFact {}
