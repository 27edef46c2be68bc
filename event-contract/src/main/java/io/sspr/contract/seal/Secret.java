package io.sspr.contract.seal;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;

/**
 * A password or a one-time code in clear, for as short a time as possible. It can be read from a request body, but not written back: it has no
 * JSON form, is not serializable and prints a constant.
 */
public final class Secret {
    private final char[] text;

    private Secret(char[] text) {
        this.text = text;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /** The clear text. Callers pass it on to a sealing, hashing or directory call and to nothing else. */
    public String reveal() {
        return new String(text);
    }

    /** Length in UTF-16 units. */
    public int length() {
        return text.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret && Arrays.equals(text, ((Secret) other).text);
    }

    @Override
    public int hashCode() {
        return 0; // a hash of a short secret would tell it
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
