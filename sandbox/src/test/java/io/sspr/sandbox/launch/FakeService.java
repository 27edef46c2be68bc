package io.sspr.sandbox.launch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands in for a packaged service: ready at once, or ending at once if it is told to fail. */
final class FakeService {
    private FakeService() {}

    public static void main(String... arguments) throws IOException {
        if (System.getenv("FAKE_FAILS") != null) {
            System.exit(3);
        }
        System.out.println("started with " + System.getenv("FAKE_SETTING"));
        int port = Integer.parseInt(System.getenv("SSPR_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
