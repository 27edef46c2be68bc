package io.sspr.contract;

/**
 * The looks of an organisation, for the mails that go out on its behalf. Source: R-CFG-26.
 *
 * @param logo https address of an image; null if it has none
 * @param colour {@code #RRGGBB}; null if it has none
 */
public record Branding(String logo, String colour) {}
