package io.sspr.contract.gate;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;
import java.util.UUID;

/** What happened at one gate of a reset. */
public sealed interface GateFact extends Fact permits CodeRefused, CodeRequested, GatePassed, PhoneNumberMismatched {
    UUID resetId();

    Person user();

    /** For example {@code MOBILE_PHONE}. */
    String method();
}
