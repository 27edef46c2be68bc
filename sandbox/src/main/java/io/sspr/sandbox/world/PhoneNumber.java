package io.sspr.sandbox.world;

import java.util.regex.Pattern;

/** A number as carriers take it: {@code +819012345678}, with neither space nor extension. */
final class PhoneNumber {
    private static final Pattern DIALLED = Pattern.compile("\\+[1-9][0-9]{4,14}");

    private PhoneNumber() {}

    static boolean isDialled(String number) {
        return DIALLED.matcher(number).matches();
    }

    /** Whether both have the same digits, however they are written. */
    static boolean same(String one, String other) {
        return digits(one).equals(digits(other));
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}
