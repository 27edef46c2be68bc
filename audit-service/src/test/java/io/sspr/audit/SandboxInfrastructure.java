package io.sspr.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sspr.contract.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real Kafka and a real PostgreSQL in a process of their own, with the topics that audit-service reads. */
public final class SandboxInfrastructure implements QuarkusTestResourceLifecycleManager {
    static final int PORT = 21303;
    static final int JWKS_PORT = 21300;
    static final String KAFKA = "127.0.0.1:21308";
    static final String DATABASE = "jdbc:postgresql://127.0.0.1:21307/audit";
    static final String USER = "audit";
    static final String PASSWORD = "audit-sandbox";
    static final String PUBLIC_URL = "https://audit.contoso.example";

    private static final String BASE_PORT = "21300";
    private static final List<String> TENANTS = List.of("contoso", "tailspin");

    private Process process;

    @Override
    public Map<String, String> start() {
        try {
            process = new ProcessBuilder(
                            "java",
                            "-jar",
                            System.getProperty("sspr.sandbox.jar"),
                            "infrastructure",
                            "--base-port",
                            BASE_PORT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitReady();
            createTopics();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                // The property that names the sandbox is none of the service's.
                "smallrye.config.mapping.validate-unknown", "false",
                "quarkus.http.test-port", Integer.toString(PORT),
                "SSPR_KAFKA", KAFKA,
                "SSPR_DB_URL", DATABASE,
                "SSPR_DB_USER", USER,
                "SSPR_DB_PASSWORD", PASSWORD,
                "SSPR_JWKS_URL", "http://127.0.0.1:" + JWKS_PORT + "/jwks.json",
                "SSPR_PUBLIC_URL", PUBLIC_URL);
    }

    /** The end of its input tells the process to clean up and leave. */
    @Override
    public void stop() {
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.equals("READY")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the sandbox's infrastructure does not start");
        }
    }

    private static void createTopics() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topics topic : Topics.values()) {
            for (String tenant : topic.isPerTenant() ? TENANTS : TENANTS.subList(0, 1)) {
                topics.add(new NewTopic(topic.of(tenant), 2, (short) 1));
                topics.add(new NewTopic(Topics.deadLetter(topic.of(tenant), "audit-service"), 1, (short) 1));
            }
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
