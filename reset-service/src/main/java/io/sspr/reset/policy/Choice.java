package io.sspr.reset.policy;

/** One of the values that a form offers for a setting, and how it is called. */
public record Choice(String value, String text) {}
