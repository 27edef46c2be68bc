package io.sspr.reset.gate;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in the stored form {@code +CC NUMBER}, one space after the country code, with an extension at most after an x. Immutable.
 * Source: R-PHN-01 … R-PHN-07.
 */
public final class PhoneNumber {
    private static final Pattern STORED = Pattern.compile("\\+[1-9][0-9]{0,2} [0-9]{4,14}([xX][0-9]{1,10})?");
    private static final Pattern EXTENSION = Pattern.compile("[xX][0-9]+$");
    private static final Pattern SEPARATORS = Pattern.compile("[ \\-().]");
    private static final int MAX_DIGITS = 15;
    private static final int VISIBLE_DIGITS = 2;

    private final String stored;

    private PhoneNumber(String stored) {
        this.stored = stored;
    }

    /** Empty if {@code stored} is not of the stored form: such a number is as good as none. Source: R-PHN-03. */
    public static Optional<PhoneNumber> parse(String stored) {
        if (!STORED.matcher(stored).matches()) {
            return Optional.empty();
        }
        int digits = withoutExtension(stored).length() - "+ ".length();
        return digits > MAX_DIGITS ? Optional.empty() : Optional.of(new PhoneNumber(stored));
    }

    public String stored() {
        return stored;
    }

    /**
     * Whether {@code typed} is this number, country and area code included. Separators, an extension and the width of digits do not matter; a
     * missing country code does. Source: R-PHN-06.
     */
    public boolean isTypedAs(String typed) {
        return dialled(stored).equals(dialled(Normalizer.normalize(typed, Normalizer.Form.NFKC)));
    }

    /** For example {@code +** ********67}. Source: R-PHN-07. */
    public String mask() {
        String number = withoutExtension(stored);
        int visibleFrom = number.length() - VISIBLE_DIGITS;
        return number.substring(0, visibleFrom).replaceAll("[0-9]", "*") + number.substring(visibleFrom);
    }

    /** The phone number itself never gets into a log by accident. */
    @Override
    public String toString() {
        return mask();
    }

    private static String dialled(String number) {
        return SEPARATORS.matcher(withoutExtension(number.strip())).replaceAll("");
    }

    private static String withoutExtension(String number) {
        return EXTENSION.matcher(number).replaceFirst("");
    }
}
