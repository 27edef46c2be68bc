package io.sspr.sandbox.tour;

import java.util.stream.Stream;

/** How a user of the tour proves who they are: a method of reset-service and the channel that its message takes. */
enum Proof {
    MAIL("EMAIL", null),
    SMS("MOBILE_PHONE", "SMS"),
    CALL_TO_MOBILE("MOBILE_PHONE", "VOICE"),
    CALL_TO_OFFICE("OFFICE_PHONE", "VOICE"),
    NOTIFICATION("APP_NOTIFICATION", "PUSH"),
    APP_CODE("APP_CODE", null);

    private final String method;
    private final String channel;

    Proof(String method, String channel) {
        this.method = method;
        this.channel = channel;
    }

    /**
     * The usual one by a method.
     *
     * @throws IllegalStateException if the tour does not know the method
     */
    static Proof by(String method) {
        return Stream.of(values())
                .filter(proof -> proof.method.equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no way to prove by the method '" + method + "'"));
    }

    String method() {
        return method;
    }

    /** Null for the method's own. */
    String channel() {
        return channel;
    }
}
