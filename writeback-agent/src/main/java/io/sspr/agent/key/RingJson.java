package io.sspr.agent.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.agent.key.Ring.Retired;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** A ring as JSON, with its private keys: to be encrypted before it is stored. */
final class RingJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RingJson() {}

    /** @param tenant with {@code agent}, whose keys these are */
    static String write(Ring ring, String tenant, String agent) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("tenant", tenant).put("agent", agent);
        json.set("resetService", key(ring.resetService(), OutputControlLevel.PUBLIC_ONLY));
        json.set("current", pair(ring.current()));
        if (ring.next().isPresent()) {
            json.set("next", pair(ring.next().get()));
        }
        ArrayNode retired = json.putArray("retired");
        for (Retired each : ring.retired()) {
            ObjectNode former = retired.addObject().put("until", each.until().toString());
            former.set("encryption", key(each.encryption(), OutputControlLevel.INCLUDE_PRIVATE));
        }
        return JSON.writeValueAsString(json);
    }

    /** @throws IOException if that is no ring, or a ring of somebody else */
    static Ring read(String text, String tenant, String agent) throws IOException {
        JsonNode json = JSON.readTree(text);
        if (!json.path("tenant").asText().equals(tenant)
                || !json.path("agent").asText().equals(agent)) {
            throw new IOException("the keys are those of another agent");
        }
        try {
            List<Retired> retired = new ArrayList<>();
            for (JsonNode each : json.path("retired")) {
                retired.add(new Retired(
                        key(each.path("encryption")),
                        Instant.parse(each.path("until").asText())));
            }
            Optional<KeyPair> next = json.has("next") ? Optional.of(pair(json.path("next"))) : Optional.empty();
            return new Ring(key(json.path("resetService")), pair(json.path("current")), next, List.copyOf(retired));
        } catch (JoseException | DateTimeException e) {
            throw new IOException("the keys cannot be read", e);
        }
    }

    private static ObjectNode pair(KeyPair pair) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("madeAt", pair.madeAt().toString());
        json.set("encryption", key(pair.encryption(), OutputControlLevel.INCLUDE_PRIVATE));
        json.set("signing", key(pair.signing(), OutputControlLevel.INCLUDE_PRIVATE));
        return json;
    }

    private static KeyPair pair(JsonNode json) throws JoseException {
        return new KeyPair(
                key(json.path("encryption")),
                key(json.path("signing")),
                Instant.parse(json.path("madeAt").asText()));
    }

    private static JsonNode key(PublicJsonWebKey key, OutputControlLevel parts) throws IOException {
        return JSON.readTree(key.toJson(parts));
    }

    private static PublicJsonWebKey key(JsonNode json) throws JoseException {
        return PublicJsonWebKey.Factory.newPublicJwk(json.toString());
    }
}
