package io.sspr.notification;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Settings for tests: nothing listens at the mail server's address, and the gateway is where the test says. */
public record TestConfig(Path notificationKey, URI smsUrl, int attempts, Duration pause) implements NotificationConfig {
    private static final URI NOWHERE = URI.create("http://localhost:1/");

    public static TestConfig attempts(int attempts, Duration pause) {
        return new TestConfig(null, NOWHERE, attempts, pause);
    }

    public static TestConfig key(Path key) {
        return new TestConfig(key, NOWHERE, 1, Duration.ZERO);
    }

    public static TestConfig sms(URI gateway) {
        return new TestConfig(null, gateway, 1, Duration.ZERO);
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
