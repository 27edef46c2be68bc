package io.sspr.reset.authenticator;

import io.sspr.reset.authenticator.Authenticator.Kind;
import java.time.Instant;
import java.util.UUID;

/** Registered apps for the tests of other features. */
public final class TestApps {
    private TestApps() {}

    /** An app that only makes codes. */
    public static Authenticator ofCodes() {
        return app(Kind.OTHER, null);
    }

    /** An app that is reached by notifications as well. */
    public static Authenticator reachedAt(String device) {
        return app(Kind.MICROSOFT, device);
    }

    private static Authenticator app(Kind kind, String device) {
        return new Authenticator(
                UUID.randomUUID(), UUID.randomUUID(), kind, "My app", device, new byte[0], Instant.EPOCH);
    }
}
