package io.sspr.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/** What an operator can set, besides the addresses of database, broker and mail server. */
@ConfigMapping(prefix = "sspr")
public interface NotificationConfig {
    /**
     * The file with this service's private RSA key (JWK), to which reset-service seals the codes. Variable
     * {@code SSPR_NOTIFICATION_KEY}; no default.
     */
    Path notificationKey();

    /** The address that mails come from. Variable {@code SSPR_MAIL_FROM}; default {@code password-reset@localhost}. Source: R-CFG-25. */
    @WithDefault("password-reset@localhost")
    String mailFrom();

    /**
     * Where text messages are handed over: {@code POST {"to":"+819012345678","text":"…"}}. Variable {@code SSPR_SMS_URL}; no default.
     * Source: R-PHN-08.
     */
    URI smsUrl();

    /** How long mail server or gateway may take for one message. Variable {@code SSPR_SEND_TIMEOUT}; default 5 seconds. Source: R-PHN-10. */
    @WithDefault("PT5S")
    Duration sendTimeout();

    /**
     * How long a notice is tried again while the mail server does not take it. Variable {@code SSPR_NOTICE_PATIENCE}; default 15 minutes.
     * Source: R-NTF-01.
     */
    @WithDefault("PT15M")
    Duration noticePatience();

    /** The time zone in which notices tell when something happened. Variable {@code SSPR_TIME_ZONE}; default UTC. Source: R-NTF-04. */
    @WithDefault("UTC")
    ZoneId timeZone();
}
