package io.sspr.notification.it;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sspr.contract.Topics;
import io.sspr.notification.TestKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real Kafka and a real PostgreSQL in a process of their own, the topics, and keys. The gateway is started by the test. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    static final String KAFKA = "127.0.0.1:21208";
    static final int GATEWAY_PORT = 21206;
    static final Path KEYS = Path.of("target", "keys-of-it");

    private static final String GATEWAY = "http://localhost:" + GATEWAY_PORT;
    private static final String BASE_PORT = "21200";

    private Process process;

    @Override
    public Map<String, String> start() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            System.getProperty("sspr.sandbox.jar"),
                            "infrastructure",
                            "--base-port",
                            BASE_PORT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitReady();
            createTopics();
            TestKeys.in(Files.createDirectories(KEYS)).keepResetServices(KEYS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.ofEntries(
                Map.entry("SSPR_KAFKA", KAFKA),
                Map.entry("SSPR_DB_URL", "jdbc:postgresql://127.0.0.1:21207/notification"),
                Map.entry("SSPR_DB_USER", "notification"),
                Map.entry("SSPR_DB_PASSWORD", "notification-sandbox"),
                Map.entry(
                        "sspr.notification-key",
                        KEYS.resolve("notification.jwk").toString()),
                Map.entry(
                        "sspr.notification-signing-key",
                        KEYS.resolve("notification-signing.jwk").toString()),
                Map.entry("sspr.reset-public-key", KEYS.resolve("reset.pub.jwk").toString()),
                Map.entry("sspr.mail-from", "sspr@contoso.example"),
                Map.entry("sspr.smtp.host", "localhost"),
                Map.entry("sspr.sms-url", GATEWAY + "/messages"),
                Map.entry("sspr.voice-url", GATEWAY + "/voice"),
                Map.entry("sspr.push-url", GATEWAY + "/push"));
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
        for (Topics topic : List.of(Topics.DELIVERY_REQUESTS, Topics.DELIVERY_RESULTS, Topics.RESET_EVENTS)) {
            topics.add(new NewTopic(topic.template(), 2, (short) 1));
            topics.add(new NewTopic(Topics.deadLetter(topic.template(), "notification-service"), 1, (short) 1));
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
