package io.sspr.reset.gate;

import java.util.Optional;

/**
 * What an account holds to prove itself with, well-formed as far as it is there. Source: R-MTH-01 … R-MTH-05, R-MTH-20.
 *
 * @param pushDevice the device that asks for approval
 * @param hasAuthenticator whether an app shows codes for this account
 * @param hasAnswers whether enough security questions are answered for a reset
 */
public record Means(
        Optional<PhoneNumber> mobilePhone,
        Optional<PhoneNumber> officePhone,
        Optional<MailAddress> mail,
        Optional<String> pushDevice,
        boolean hasAuthenticator,
        boolean hasAnswers) {}
