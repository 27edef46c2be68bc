package io.sspr.contract;

/** The body of a {@link Message}: either a {@link Fact}, a {@link Request} or a sign of life. Its name on the wire is in {@link EventType}. */
public interface Event {}
