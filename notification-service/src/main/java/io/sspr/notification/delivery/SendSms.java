package io.sspr.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.notification.NotificationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** One try to hand a text message to the SMS gateway. */
@ApplicationScoped
public class SendSms {
    private static final Logger LOG = Logger.getLogger(SendSms.class);
    private static final Pattern EXTENSION = Pattern.compile("[xX][0-9]+$");
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient client;
    private final ObjectMapper json;
    private final NotificationConfig config;

    SendSms(ObjectMapper json, NotificationConfig config) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.delivery().timeout())
                .build();
        this.json = json;
        this.config = config;
    }

    /** @param number as stored, {@code +CC NUMBER} with or without an extension */
    public Attempt send(String number, String text) {
        HttpRequest request = HttpRequest.newBuilder(config.smsUrl())
                .timeout(config.delivery().timeout())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body(number, text)))
                .build();
        try {
            return judge(client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            LOG.warnf(
                    "The SMS gateway cannot be reached: cause=%s", e.getClass().getSimpleName());
            return Attempt.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempt.UNREACHABLE;
        }
    }

    /** The number as a carrier dials it: extensions are not supported and cut off. Source: R-PHN-04. */
    static String dialled(String number) {
        return EXTENSION.matcher(number).replaceFirst("").replace(" ", "");
    }

    static Attempt judge(int status) {
        if (status / 100 == 2) {
            return Attempt.ACCEPTED;
        }
        LOG.warnf("The SMS gateway refused a message: status=%d", status);
        return status / 100 == 4 && status != TOO_MANY_REQUESTS ? Attempt.REJECTED : Attempt.UNREACHABLE;
    }

    private byte[] body(String number, String text) {
        try {
            return json.writeValueAsBytes(Map.of("to", dialled(number), "text", text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("two strings can always be written as JSON", e);
        }
    }
}
