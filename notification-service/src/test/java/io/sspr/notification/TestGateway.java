package io.sspr.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A carrier of messages that takes everything, or answers with the status it is told to, and says of a call or push what it is told to. */
public final class TestGateway implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile int status = 202;

    /** @param port 0 for any free port */
    public TestGateway(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** What was handed over. */
    public record Posted(String path, JsonNode document) {
        public String text(String field) {
            return document.path(field).asText();
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<Posted> posted() {
        return posted;
    }

    /** With what every post is answered from now on. */
    public void status(int answer) {
        status = answer;
    }

    /** What is said about the call or push from now on. */
    public void state(UUID id, String state) {
        answer(id, "{\"state\":\"" + state + "\"}");
    }

    /** The whole answer to a question about the call or push from now on. */
    public void answer(UUID id, String body) {
        answers.put(id.toString(), body);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(new Posted(path, JSON.readTree(exchange.getRequestBody())));
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            String answer = answers.get(path.substring(path.lastIndexOf('/') + 1));
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }
}
