package io.sspr.contract.registration;

import io.sspr.contract.Person;
import java.util.List;

/**
 * The user looked at what is registered and found it right. Source: R-REG-13.
 *
 * @param methods what is registered, for example {@code MOBILE_PHONE}
 */
public record RegistrationConfirmed(Person user, List<String> methods) implements RegistrationFact {}
