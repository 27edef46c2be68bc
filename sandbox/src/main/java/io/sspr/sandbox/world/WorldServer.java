package io.sspr.sandbox.world;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The web face of the world: carriers for the services, switches for tests, and the page on which people look at it all. */
public final class WorldServer implements AutoCloseable {
    private final List<Routes> routes;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private WorldServer(List<Routes> routes, HttpServer server) {
        this.routes = routes;
        this.server = server;
    }

    /**
     * Starts listening for HTTP.
     *
     * @param port 0 for any free port
     * @param routes asked in this order
     */
    static WorldServer start(InetAddress address, int port, Routes... routes) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(address, port), 0);
            WorldServer server = new WorldServer(List.of(routes), http);
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
            Answer answer = answer(Question.read(exchange));
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Cache-Control", "no-store");
            headers.set("Content-Security-Policy", Answer.CONTENT_SECURITY_POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(Question question) throws IOException {
        for (Routes each : routes) {
            Optional<Answer> answer = each.answer(question);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return Answer.of(404);
    }
}
