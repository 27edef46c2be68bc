package io.sspr.reset.gate;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A mail address, internationalised ones included. Immutable. Source: R-EML-01, R-EML-03. */
public final class MailAddress {
    private static final int MAX_OCTETS = 254;
    private static final int VISIBLE_CHARACTERS = 2;

    private final String stored;

    private MailAddress(String stored) {
        this.stored = stored;
    }

    /** Empty if {@code stored} is no address: one {@code @}, no space or control character, a domain that IDNA accepts, at most 254 octets. */
    public static Optional<MailAddress> parse(String stored) {
        int at = stored.indexOf('@');
        boolean oneAt = at > 0 && at == stored.lastIndexOf('@') && at < stored.length() - 1;
        if (!oneAt || stored.codePoints().anyMatch(MailAddress::isForbidden)) {
            return Optional.empty();
        }
        return asciiDomain(stored.substring(at + 1))
                .filter(domain -> octets(stored.substring(0, at + 1)) + octets(domain) <= MAX_OCTETS)
                .map(domain -> new MailAddress(stored));
    }

    public String stored() {
        return stored;
    }

    /** The first two characters before the {@code @} and the whole domain. */
    public String mask() {
        int at = stored.indexOf('@');
        int visible = stored.offsetByCodePoints(0, Math.min(VISIBLE_CHARACTERS, stored.codePointCount(0, at)));
        return stored.substring(0, visible) + "****" + stored.substring(at);
    }

    /** The address itself never gets into a log by accident. */
    @Override
    public String toString() {
        return mask();
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || "<>()[],;:\\\"".indexOf(codePoint) >= 0;
    }

    private static Optional<String> asciiDomain(String domain) {
        if (domain.startsWith(".") || domain.endsWith(".") || domain.contains("..")) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
