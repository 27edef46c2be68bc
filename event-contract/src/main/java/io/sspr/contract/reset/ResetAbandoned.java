package io.sspr.contract.reset;

import io.sspr.contract.Person;
import java.util.UUID;

/** The session ran out of its 15 minutes. Source: R-FLW-03, R-AUD-40. */
public record ResetAbandoned(UUID resetId, Person user, boolean gatesWerePassed) implements ResetFact {}
