package io.sspr.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * One event on its way: a CloudEvents 1.0 message in Kafka's binary mode, that is, attributes in headers and the event as JSON in the value.
 *
 * @param id unique per message; readers use it to act on a redelivered message only once
 * @param time when it happened, UTC
 * @param source the service that says so, as a URI reference such as {@code /reset-service}
 * @param tenant the tenant's id
 * @param subject the account's id, or the agent's name for heartbeats; also the record's key, so it decides what stays in order
 * @param supportCode the flow this belongs to; the user sees it on every page. Null outside a flow. Without its dashes it is the W3C trace id
 * @param event the body
 */
public record Message<E extends Event>(
        UUID id, Instant time, String source, String tenant, String subject, UUID supportCode, E event) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public String type() {
        return EventType.of(event).type();
    }

    /** The topic that this message travels on. */
    public String topic() {
        return EventType.of(event).topic().of(tenant);
    }

    /** The record's value. */
    public byte[] body() {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + type() + " cannot be written as JSON", e);
        }
    }

    /** The record's headers, in the order in which they are written. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type());
        headers.put("ce_source", source);
        headers.put("ce_time", time.toString());
        headers.put("ce_subject", subject);
        headers.put("ce_tenant", tenant);
        if (supportCode != null) {
            headers.put("ce_correlationid", supportCode.toString());
            headers.put("traceparent", traceparent());
        }
        return headers;
    }

    /** Every message of a flow is a span of the trace that the support code names. */
    private String traceparent() {
        String traceId = supportCode.toString().replace("-", "");
        String spanId = "%016x".formatted(id.getLeastSignificantBits());
        return "00-" + traceId + "-" + spanId + "-01";
    }

    /**
     * Reads a record. Fields that this version does not know are passed over, so that writers may be newer than readers.
     *
     * @param header the value of a header by its name, or null if absent
     * @throws MalformedMessageException if an attribute is missing or the body is not the JSON of its type; the text names the attribute only
     */
    public static Message<?> read(Function<String, byte[]> header, byte[] body) {
        String type = required(header, "ce_type");
        EventType known = EventType.named(type)
                .orElseThrow(() -> new MalformedMessageException("ce_type is none of the published event types"));
        String supportCode = optional(header, "ce_correlationid");
        try {
            return new Message<Event>(
                    UUID.fromString(required(header, "ce_id")),
                    Instant.parse(required(header, "ce_time")),
                    required(header, "ce_source"),
                    required(header, "ce_tenant"),
                    required(header, "ce_subject"),
                    supportCode == null ? null : UUID.fromString(supportCode),
                    readBody(known, body));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedMessageException("ce_id, ce_time or ce_correlationid is not of its form");
        }
    }

    /** The message's body under its static type, if it has that type. */
    public <T extends Event> Message<T> as(Class<T> type) {
        return new Message<>(id, time, source, tenant, subject, supportCode, type.cast(event));
    }

    private static Event readBody(EventType type, byte[] body) {
        if (body == null) {
            throw new MalformedMessageException("the message has no body");
        }
        try {
            return JSON.readValue(body, type.body());
        } catch (IOException e) {
            // The parser's own text quotes the body, which may hold a sealed secret.
            throw new MalformedMessageException("the body is not the JSON of " + type.type());
        }
    }

    private static String required(Function<String, byte[]> header, String name) {
        String value = optional(header, name);
        if (value == null) {
            throw new MalformedMessageException("header " + name + " is missing");
        }
        return value;
    }

    private static String optional(Function<String, byte[]> header, String name) {
        byte[] value = header.apply(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}
