package io.sspr.sandbox.world;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody wants over HTTP.
 *
 * @param path begins with a slash, and is decoded
 * @param body JSON; an unreadable one counts as an empty one, and every use of it finds its fields missing
 */
record Question(String method, String path, String rawQuery, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_BODY = 65_536;

    static Question read(HttpExchange exchange) throws IOException {
        URI address = exchange.getRequestURI();
        byte[] sent = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        return new Question(exchange.getRequestMethod(), address.getPath(), address.getRawQuery(), parse(sent));
    }

    /** Method and path, the second part of the path replaced: {@code PUT /calls/{id}}. */
    String route() {
        String[] parts = path.split("/", 4);
        if (parts.length > 2) {
            parts[2] = "{id}";
        }
        return method + " " + String.join("/", parts);
    }

    /** The second part of the path. */
    String id() {
        return path.split("/", 4)[2];
    }

    /** A field of the body; empty if it is absent. */
    String text(String field) {
        return body.path(field).asText();
    }

    Optional<String> query(String name) {
        return Stream.of(rawQuery == null ? new String[0] : rawQuery.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    private static JsonNode parse(byte[] sent) throws IOException {
        try {
            return JSON.readTree(sent);
        } catch (JacksonException malformed) {
            return JSON.createObjectNode();
        }
    }
}
