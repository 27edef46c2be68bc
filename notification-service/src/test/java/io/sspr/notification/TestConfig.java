package io.sspr.notification;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings for tests: nothing listens at the mail server's address, and SMS gateway, telephone and push provider are one server.
 *
 * @param keys folder as {@link TestKeys} makes it
 */
public record TestConfig(Path keys, URI gateway, int attempts, Duration pause) implements NotificationConfig {
    private static final URI NOWHERE = URI.create("http://localhost:1");
    private static final Path NONE = Path.of("none");

    public static TestConfig attempts(int attempts, Duration pause) {
        return new TestConfig(NONE, NOWHERE, attempts, pause);
    }

    public static TestConfig keys(Path folder) {
        return new TestConfig(folder, NOWHERE, 1, Duration.ZERO);
    }

    /** @param port where the gateway listens on this machine */
    public static TestConfig gateway(int port) {
        return new TestConfig(NONE, URI.create("http://localhost:" + port), 1, Duration.ZERO);
    }

    @Override
    public Path notificationKey() {
        return keys.resolve("notification.jwk");
    }

    @Override
    public Path notificationSigningKey() {
        return keys.resolve("notification-signing.jwk");
    }

    @Override
    public Path resetPublicKey() {
        return keys.resolve("reset.pub.jwk");
    }

    @Override
    public URI smsUrl() {
        return gateway.resolve("/messages");
    }

    @Override
    public URI voiceUrl() {
        return gateway.resolve("/voice");
    }

    /** With a slash at its end, unlike the telephone's: both are right. */
    @Override
    public URI pushUrl() {
        return gateway.resolve("/push/");
    }

    @Override
    public String mailFrom() {
        return "sspr@contoso.example";
    }

    @Override
    public Smtp smtp() {
        return new Smtp() {
            @Override
            public String host() {
                return "localhost";
            }

            @Override
            public int port() {
                return 1;
            }

            @Override
            public boolean tlsRequired() {
                return false;
            }
        };
    }

    @Override
    public Delivery delivery() {
        return new Delivery() {
            @Override
            public int attempts() {
                return attempts;
            }

            @Override
            public Duration pause() {
                return pause;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(2);
            }
        };
    }
}
