package io.sspr.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The settings of notification-service. Environment names are the property names in upper case with underscores: {@code SSPR_SMS_URL}. */
@ConfigMapping(prefix = "sspr")
public interface NotificationConfig {

    /** File with the private RSA key (JWK) to which codes are sealed. No default. */
    Path notificationKey();

    /** File with the private EC P-256 key (JWK) that signs what users answered to a call or push. No default. */
    Path notificationSigningKey();

    /** File with the public EC P-256 key (JWK) of reset-service: requests that it did not sign are passed over. No default. */
    Path resetPublicKey();

    /** Sender address of all mails. No default. Source: R-HLP-10. */
    String mailFrom();

    Smtp smtp();

    /** Where the SMS gateway takes {@code {"to": …, "text": …}} by POST. No default. */
    URI smsUrl();

    /** The telephone provider: below it, {@code /calls} takes calls by POST and tells by GET what became of one. No default. Source: R-PHN-08. */
    URI voiceUrl();

    /** The push provider: below it, {@code /approvals} takes pushes by POST and tells by GET what became of one. No default. Source: R-APP-03. */
    URI pushUrl();

    Delivery delivery();

    /** The mail server. */
    interface Smtp {
        /** Host name or address. No default. */
        String host();

        /** TCP port. */
        @WithDefault("25")
        int port();

        /** Whether a mail server without STARTTLS is refused. */
        @WithDefault("false")
        boolean tlsRequired();
    }

    /** How hard to try. */
    interface Delivery {
        /** Tries per message, the first one included. */
        @WithDefault("3")
        int attempts();

        /** Pause before the second try; it doubles with every further one. */
        @WithDefault("PT0.5S")
        Duration pause();

        /** How long one try may take. */
        @WithDefault("PT5S")
        Duration timeout();
    }
}
