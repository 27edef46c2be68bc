package io.sspr.sandbox.world;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.directory.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The web face of the world: the page that shows phone and inbox, the SMS gateway, and switches for the directory. */
public final class WorldServer implements AutoCloseable {
    private static final int LONGEST_BODY = 65_536;
    private static final Pattern PUBLIC_KEY = Pattern.compile("/keys/([a-z0-9-]+\\.pub\\.jwk)");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    private final Directory directory;
    private final Inbox inbox;
    private final Phone phone;
    private final Path keys;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private WorldServer(Directory directory, Inbox inbox, Phone phone, Path keys, HttpServer server) {
        this.directory = directory;
        this.inbox = inbox;
        this.phone = phone;
        this.keys = keys;
        this.server = server;
    }

    /**
     * Starts listening for HTTP.
     *
     * @param port 0 for any free port
     * @param keys folder whose public keys are handed out
     */
    static WorldServer start(InetAddress address, int port, Directory directory, Inbox inbox, Phone phone, Path keys) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(address, port), 0);
            WorldServer server = new WorldServer(directory, inbox, phone, keys, http);
            http.setExecutor(server.threads);
            http.createContext("/", server::answer);
            http.start();
            return server;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = route(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Content-Security-Policy", Answer.CONTENT_SECURITY_POLICY);
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /" -> Answer.page(resource("page.html"));
            case "GET /health" -> json(Map.of("status", "UP"));
            case "GET /sms" -> json(textMessages(query(exchange, "to")));
            case "GET /mails" -> json(mails(query(exchange, "to")));
            case "POST /sms" -> receive(body(exchange));
            case "PUT /directory" -> turn(body(exchange).path("up"));
            case "POST /directory/seed" -> seed();
            default -> exchange.getRequestMethod().equals("GET") ? publicKey(path) : Answer.of(404);
        };
    }

    private List<TextMessage> textMessages(String number) {
        return number == null ? phone.messages() : phone.messagesTo(number);
    }

    private List<Mail> mails(String address) {
        return address == null ? inbox.mails() : inbox.mailsTo(address);
    }

    private Answer receive(JsonNode message) {
        String to = message.path("to").asText();
        String text = message.path("text").asText();
        return switch (phone.receive(to, text)) {
            case DELIVERED -> Answer.of(202);
            case UNREACHABLE -> Answer.of(503);
            case MALFORMED -> Answer.of(400);
        };
    }

    private Answer seed() {
        directory.seed(DemoAccounts.ALL);
        return Answer.of(204);
    }

    private Answer turn(JsonNode up) {
        if (!up.isBoolean()) {
            return Answer.of(400);
        }
        directory.up(up.booleanValue());
        return Answer.of(204);
    }

    private Answer publicKey(String path) throws IOException {
        Matcher key = PUBLIC_KEY.matcher(path);
        if (!key.matches() || Files.notExists(keys.resolve(key.group(1)))) {
            return Answer.of(404);
        }
        return Answer.json(Files.readAllBytes(keys.resolve(key.group(1))));
    }

    private static Answer json(Object value) throws IOException {
        return Answer.json(JSON.writeValueAsBytes(value));
    }

    /** An unreadable body counts as an empty one: every use of it then finds its fields missing. */
    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        try {
            return JSON.readTree(sent);
        } catch (JacksonException malformed) {
            return JSON.createObjectNode();
        }
    }

    private static String query(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        return List.of(query == null ? new String[0] : query.split("&")).stream()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = WorldServer.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
