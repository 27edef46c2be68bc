package io.sspr.notification.delivery;

import java.util.regex.Pattern;

/** A phone number as a carrier dials it: {@code +819012345678}. */
public final class DialledNumber {
    private static final Pattern EXTENSION = Pattern.compile("[xX][0-9]+$");

    private DialledNumber() {}

    /**
     * Extensions are not supported and cut off, those of office phones too. Source: R-PHN-04.
     *
     * @param stored {@code +CC NUMBER} with or without an extension
     */
    public static String of(String stored) {
        return EXTENSION.matcher(stored).replaceFirst("").replace(" ", "");
    }
}
