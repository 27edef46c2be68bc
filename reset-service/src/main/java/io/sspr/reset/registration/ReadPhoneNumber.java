package io.sspr.reset.registration;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.sspr.reset.gate.PhoneNumber;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings a phone number, as people write it, into the form in which it is stored. Thread-safe. Source: R-PHN-01, R-PHN-02. */
final class ReadPhoneNumber {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Extensions (R-PHN-04), parameters of addresses, and words. */
    private static final Pattern MORE_THAN_A_NUMBER = Pattern.compile("[A-Za-z;:#,]");

    private ReadPhoneNumber() {}

    /**
     * Empty if it is no complete number: without its country code or area code, of a length that the country does not know, or with an extension.
     *
     * @param typed separators, brackets and the width of digits do not matter
     * @param country where a number without country code is dialled, as ISO 3166 says it ({@code JP}), in any case; null if such a number is not to be guessed at
     */
    static Optional<PhoneNumber> read(String typed, String country) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (MORE_THAN_A_NUMBER.matcher(plain).find()) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number =
                    NUMBERS.parse(plain, country == null ? null : country.toUpperCase(Locale.ROOT));
            boolean isComplete = NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
            return isComplete ? PhoneNumber.parse(stored(number)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String stored(Phonenumber.PhoneNumber number) {
        return "+" + number.getCountryCode() + " " + NUMBERS.getNationalSignificantNumber(number);
    }
}
