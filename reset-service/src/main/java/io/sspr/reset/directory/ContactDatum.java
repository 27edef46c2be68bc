package io.sspr.reset.directory;

import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something filled of an account's contact data, as administrators may see it: masked, and whether it is of any use. Source: R-PHN-03, R-PHN-07, R-EML-01,
 * R-EML-03.
 *
 * @param masked for example {@code +** ********67}; of something malformed its shape, so that it can be mended where it comes from
 * @param isWellFormed whether it can serve as a method at all
 * @param isOverridden whether what the user registered goes before it, be that malformed or not. Source: R-MTH-01, R-MTH-03
 */
public record ContactDatum(Field field, String masked, boolean isWellFormed, boolean isOverridden) {
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final int VISIBLE = 2;

    /** Where it is kept. */
    public enum Field {
        AUTHENTICATION_PHONE,
        MOBILE_PHONE,
        OFFICE_PHONE,
        AUTHENTICATION_EMAIL,
        ALTERNATE_EMAIL;

        /** Whether the user registered it; else the directory holds it. */
        public boolean isRegistered() {
            return this == AUTHENTICATION_PHONE || this == AUTHENTICATION_EMAIL;
        }

        public boolean isPhone() {
            return this != AUTHENTICATION_EMAIL && this != ALTERNATE_EMAIL;
        }
    }

    /** Everything that is filled. */
    public static List<ContactDatum> of(Account account) {
        boolean hasOwnPhone = filled(account.authenticationPhone).isPresent();
        boolean hasOwnMail = filled(account.authenticationEmail).isPresent();
        return Stream.of(
                        phone(Field.AUTHENTICATION_PHONE, account.authenticationPhone, false),
                        phone(Field.MOBILE_PHONE, account.mobilePhone, hasOwnPhone),
                        phone(Field.OFFICE_PHONE, account.officePhone, false),
                        mail(Field.AUTHENTICATION_EMAIL, account.authenticationEmail, false),
                        mail(Field.ALTERNATE_EMAIL, account.alternateEmail, hasOwnMail))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ContactDatum> phone(Field field, String stored, boolean isOverridden) {
        return filled(stored)
                .map(text -> of(
                        field,
                        PhoneNumber.parse(text).map(PhoneNumber::mask),
                        text,
                        ContactDatum::shape,
                        isOverridden));
    }

    private static Optional<ContactDatum> mail(Field field, String stored, boolean isOverridden) {
        return filled(stored)
                .map(text -> of(
                        field,
                        MailAddress.parse(text).map(MailAddress::mask),
                        text,
                        ContactDatum::start,
                        isOverridden));
    }

    private static ContactDatum of(
            Field field, Optional<String> mask, String text, Function<String, String> malformed, boolean isOverridden) {
        return new ContactDatum(field, mask.orElseGet(() -> malformed.apply(text)), mask.isPresent(), isOverridden);
    }

    /** Signs as they are and digits as stars, but for the last two. */
    private static String shape(String number) {
        int visibleFrom = number.offsetByCodePoints(
                number.length(), -Math.min(VISIBLE, number.codePointCount(0, number.length())));
        return LETTER_OR_DIGIT.matcher(number.substring(0, visibleFrom)).replaceAll("*")
                + number.substring(visibleFrom);
    }

    /** The first two characters, and what follows the last {@code @}. */
    private static String start(String address) {
        int at = address.lastIndexOf('@');
        int local = at < 0 ? address.length() : at;
        int visible = address.offsetByCodePoints(0, Math.min(VISIBLE, address.codePointCount(0, local)));
        return address.substring(0, visible) + "****" + address.substring(local);
    }

    private static Optional<String> filled(String field) {
        return Optional.ofNullable(field).filter(text -> !text.isBlank());
    }
}
