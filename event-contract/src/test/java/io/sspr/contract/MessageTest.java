package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire format of every event. A golden file changes only on purpose: {@code -Dgolden.write=true} writes them anew. */
class MessageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SECRET_NAME = Pattern.compile("password|passcode|secret|answer|token|sealed|hash");

    @ParameterizedTest
    @EnumSource
    void isWrittenAsInItsGoldenFile(EventType type) throws IOException {
        Message<Event> message = Examples.message(type);
        ObjectNode written = JSON.createObjectNode();
        written.set("headers", JSON.valueToTree(message.headers()));
        written.set("body", JSON.readTree(message.body()));
        if (Boolean.getBoolean("golden.write")) {
            byte[] pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(written);
            Files.write(Path.of("src/test/resources/golden", fileName(type)), pretty);
        }

        assertThat(written).isEqualTo(golden(type));
    }

    @ParameterizedTest
    @EnumSource
    void isReadFromItsGoldenFile(EventType type) throws IOException {
        Message<?> read = Message.read(header(golden(type)), body(golden(type)));

        assertThat(read).isEqualTo(Examples.message(type));
    }

    @ParameterizedTest
    @EnumSource
    void toleratesFieldsOfNewerWriters(EventType type) throws IOException {
        ObjectNode body = ((ObjectNode) golden(type).path("body")).put("aFieldOfTomorrow", 1);

        Message<?> read = Message.read(header(golden(type)), JSON.writeValueAsBytes(body));

        assertThat(read).isEqualTo(Examples.message(type));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void factHasNoFieldNamedLikeASecret(Class<?> fact) {
        for (RecordComponent field : fact.getRecordComponents()) {
            assertThat(field.getName().toLowerCase(Locale.ROOT))
                    .as("field of %s", fact)
                    .doesNotMatch(name -> SECRET_NAME.matcher(name).find(), "name of a secret");
        }
    }

    @Test
    void supportCodeIsTheTraceId() {
        Message<Event> message = Examples.message(EventType.RESET_STARTED);

        String traceId = message.headers().get("traceparent").split("-")[1];

        assertThat(traceId).isEqualTo(message.supportCode().toString().replace("-", ""));
    }

    @Test
    void refusesUnknownType() throws IOException {
        Map<String, String> headers = headers(golden(EventType.DELIVERED));
        headers.put("ce_type", "io.sspr.delivery.delivered.v9");

        assertThatThrownBy(() -> Message.read(asHeader(headers), new byte[0]))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("ce_type");
    }

    @Test
    void namesTheMissingHeader() throws IOException {
        Map<String, String> headers = headers(golden(EventType.DELIVERED));
        headers.remove("ce_tenant");

        assertThatThrownBy(() -> Message.read(asHeader(headers), body(golden(EventType.DELIVERED))))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("ce_tenant");
    }

    @Test
    void doesNotQuoteABodyThatIsNoJson() throws IOException {
        byte[] broken = "{\"sealedPassword\": \"eyJhbGci\"".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Message.read(header(golden(EventType.WRITEBACK_REQUEST)), broken))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageNotContaining("eyJhbGci")
                .hasNoCause();
    }

    private static Stream<Class<?>> facts() {
        return Stream.of(EventType.values()).<Class<?>>map(EventType::body).filter(Fact.class::isAssignableFrom);
    }

    private static JsonNode golden(EventType type) throws IOException {
        try (InputStream in = MessageTest.class.getResourceAsStream("/golden/" + fileName(type))) {
            return in == null
                    ? JSON.readTree(Files.readAllBytes(Path.of("src/test/resources/golden", fileName(type))))
                    : JSON.readTree(in);
        }
    }

    private static String fileName(EventType type) {
        return type.type() + ".json";
    }

    private static byte[] body(JsonNode golden) throws IOException {
        return JSON.writeValueAsBytes(golden.path("body"));
    }

    private static Function<String, byte[]> header(JsonNode golden) {
        return asHeader(headers(golden));
    }

    private static Map<String, String> headers(JsonNode golden) {
        Map<String, String> headers = new HashMap<>();
        golden.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private static Function<String, byte[]> asHeader(Map<String, String> headers) {
        return name -> headers.containsKey(name) ? headers.get(name).getBytes(StandardCharsets.UTF_8) : null;
    }
}
