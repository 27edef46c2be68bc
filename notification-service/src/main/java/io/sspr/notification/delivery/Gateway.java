package io.sspr.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.notification.NotificationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Speaks JSON over HTTP with what carries messages to people: SMS gateway, telephone and push provider. Thread-safe. */
@ApplicationScoped
public class Gateway {
    private static final Logger LOG = Logger.getLogger(Gateway.class);
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient client;
    private final ObjectMapper json;
    private final Duration timeout;

    public Gateway(ObjectMapper json, NotificationConfig config) {
        this.timeout = config.delivery().timeout();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
        this.json = json;
    }

    /** One try to hand something over. */
    public Attempt post(URI address, Map<String, String> document) {
        HttpRequest request = request(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(write(document)))
                .build();
        try {
            return judge(client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            LOG.warnf(
                    "A gateway cannot be reached: host=%s cause=%s",
                    address.getHost(), e.getClass().getSimpleName());
            return Attempt.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempt.UNREACHABLE;
        }
    }

    /**
     * Asks for a document without waiting for it; it is empty if the gateway has none to give now. Never completes exceptionally, and says nothing in the
     * log, since such questions are many and often.
     */
    public CompletableFuture<Optional<JsonNode>> get(URI address) {
        return client.sendAsync(request(address).GET().build(), BodyHandlers.ofByteArray())
                .handle((response, failure) -> failure == null ? read(response) : Optional.empty());
    }

    static Attempt judge(int status) {
        if (status / 100 == 2) {
            return Attempt.ACCEPTED;
        }
        LOG.warnf("A gateway refused a message: status=%d", status);
        return status / 100 == 4 && status != TOO_MANY_REQUESTS ? Attempt.REJECTED : Attempt.UNREACHABLE;
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(timeout);
    }

    private Optional<JsonNode> read(HttpResponse<byte[]> response) {
        if (response.statusCode() != OK) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(response.body()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] write(Map<String, String> document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings can always be written as JSON", e);
        }
    }
}
