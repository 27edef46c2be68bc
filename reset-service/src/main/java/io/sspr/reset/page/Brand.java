package io.sspr.reset.page;

import io.sspr.reset.directory.Tenant;
import io.sspr.reset.policy.CheckPolicy;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose pages these are: the organisation's name, logo and colour, shown once the user is known. Source: R-CFG-25, R-CFG-26.
 *
 * @param name null for pages of nobody's
 * @param logo https address of an image, or null
 * @param colour {@code #RRGGBB}, or null
 */
public record Brand(String name, String logo, String colour) {
    /** Before the user is known. */
    public static final Brand NONE = new Brand(null, null, null);

    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final double READABLE_ON_WHITE = 4.5;

    public static Brand of(Tenant tenant) {
        String logo = tenant.policy().branding().logo();
        String colour = tenant.policy().branding().colour();
        return new Brand(
                tenant.displayName(),
                logo != null && CheckPolicy.isHttps(logo) ? logo : null,
                colour != null && COLOUR.matcher(colour).matches() ? colour : null);
    }

    /** Black or white, whichever can be read on the colour. Source: WCAG 2.2, 1.4.3. */
    public String onColour() {
        return 1.05 / (luminance() + 0.05) >= READABLE_ON_WHITE ? "#ffffff" : "#000000";
    }

    /** Where the logo comes from, which the page has to permit. */
    Optional<String> logoOrigin() {
        return Optional.ofNullable(logo)
                .map(URI::create)
                .map(address ->
                        "https://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort()));
    }

    private double luminance() {
        return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
    }

    private double linear(int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
