package io.sspr.agent.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Answers as it is told to, and remembers what it was asked. */
final class TestResetService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final PublicJsonWebKey key;
    private volatile Answering answering = question -> new Answer(500, "");

    /** What came in. */
    record Question(String path, byte[] body, byte[] signature) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    record Answer(int status, String body) {}

    interface Answering {
        Answer to(Question question);
    }

    TestResetService() throws IOException, JoseException {
        key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("reset-1");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void answer(int status, String body) {
        answering = question -> new Answer(status, body);
    }

    void answer(Answering how) {
        answering = how;
    }

    /** As a reset-service does that lets the agent in. */
    void accept(String tenant, String agent) {
        answer(
                201,
                "{\"tenant\":\"" + tenant + "\",\"agent\":\"" + agent + "\",\"resetServiceKey\":"
                        + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "}");
    }

    String keyId() {
        return key.getKeyId();
    }

    List<Question> questions() {
        return questions;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String signature = exchange.getRequestHeaders().getFirst("signature");
        Question question = new Question(
                exchange.getRequestURI().getPath(),
                exchange.getRequestBody().readAllBytes(),
                signature == null ? null : signature.getBytes(StandardCharsets.US_ASCII));
        questions.add(question);
        Answer answer = answering.to(question);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
