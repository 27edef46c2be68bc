package io.sspr.notification.delivery;

import io.sspr.notification.NotificationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** One try to hand a text message to the SMS gateway. */
@ApplicationScoped
public class SendSms {
    private final Gateway gateway;
    private final NotificationConfig config;

    SendSms(Gateway gateway, NotificationConfig config) {
        this.gateway = gateway;
        this.config = config;
    }

    /** @param number as stored, {@code +CC NUMBER} with or without an extension */
    public Attempt send(String number, String text) {
        return gateway.post(config.smsUrl(), Map.of("to", DialledNumber.of(number), "text", text));
    }
}
