package io.sspr.reset.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer as it is kept and given again.
 *
 * @param headers those that mean something to a client, by name
 * @param body null if there was none
 */
record Answer(int status, Map<String, String> headers, byte[] body) {
    static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> KEPT = List.of(
            HttpHeaders.LOCATION,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.CONTENT_TYPE,
            "Preference-Applied");

    static Answer of(ContainerResponseContext response, ObjectMapper json) {
        Map<String, String> headers = new LinkedHashMap<>();
        KEPT.forEach(name -> {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        });
        return new Answer(response.getStatus(), headers, body(response.getEntity(), json));
    }

    static Answer read(byte[] stored, ObjectMapper json) {
        try {
            return json.readValue(stored, Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] write(ObjectMapper json) {
        return asJson(this, json);
    }

    /** Says of itself that it was given before. */
    Response again() {
        Response.ResponseBuilder response = Response.status(status).entity(body);
        headers.forEach(response::header);
        return response.header(REPLAYED, true).build();
    }

    private static byte[] body(Object entity, ObjectMapper json) {
        if (entity == null) {
            return null;
        }
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : asJson(entity, json);
    }

    private static byte[] asJson(Object value, ObjectMapper json) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
