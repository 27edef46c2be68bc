package io.sspr.agent.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.onboarding.Reply.Kind;
import io.sspr.contract.seal.Signature;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The cloud side, as far as it is spoken to directly: about keys, and outbound only. No question takes longer than
 * fifteen seconds. Thread-safe. Source: R-WB-20, R-WB-21.
 */
@Startup
@Singleton
class ResetService {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final URI origin;

    ResetService(AgentConfig config) {
        origin = usable(config.reset());
    }

    /** Sends a body together with its signature. */
    Reply post(String path, JsonNode content, PublicJsonWebKey signing) throws InterruptedException {
        byte[] body = bytes(content);
        HttpRequest request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header(Signature.HEADER, Signature.sign(body, signing))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return reply(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return Reply.of(Kind.UNREACHABLE, e.getClass().getSimpleName());
        }
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        Kind kind = Reply.kind(status);
        if (kind != Kind.ACCEPTED || response.body().length == 0) {
            return Reply.of(kind, status);
        }
        try {
            JsonNode body = JSON.readTree(response.body());
            return new Reply(kind, status, body == null ? MissingNode.getInstance() : body);
        } catch (IOException e) {
            return Reply.of(Kind.SENSELESS, status);
        }
    }

    private static byte[] bytes(JsonNode content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is JSON", e);
        }
    }

    private static URI usable(AgentConfig.Reset config) {
        URI url = config.url();
        boolean secure = "https".equals(url.getScheme()) || "http".equals(url.getScheme()) && config.insecure();
        if (secure && url.getHost() != null) {
            return url;
        }
        throw new ConfigurationException("The agent cannot start: SSPR_RESET_URL is not of the form https://host:port."
                + " Keys are exchanged over TLS only. Correct the variable and start the agent.");
    }
}
