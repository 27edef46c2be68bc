package io.sspr.agent;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.contract.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A real Kafka and a real PostgreSQL in a process of their own, with the agent's topics, keys and the certificate of
 * its directory. The directory itself is started by the test, after the agent.
 */
public final class SandboxInfrastructure implements QuarkusTestResourceLifecycleManager {
    public static final String KAFKA = "127.0.0.1:21108";
    public static final String DATABASE = "jdbc:postgresql://127.0.0.1:21107/agent";
    public static final String USER = "agent";
    public static final String PASSWORD = "agent-sandbox";
    public static final int DIRECTORY_PORT = 21106;
    public static final Path FOLDER = Path.of("target", "writeback-it");

    private static final int HTTP_PORT = 21103;
    private static final String BASE_PORT = "21100";

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
            Files.createDirectories(FOLDER);
            TestKeys.in(FOLDER);
            return environment(TestDirectory.prepareCertificate(FOLDER));
        } catch (Exception e) {
            throw new IllegalStateException("the agent's surroundings cannot be started", e);
        }
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
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> environment(Path certificate) {
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", Integer.toString(HTTP_PORT)),
                Map.entry("SSPR_KAFKA", KAFKA),
                Map.entry("SSPR_DB_URL", DATABASE),
                Map.entry("SSPR_DB_USER", USER),
                Map.entry("SSPR_DB_PASSWORD", PASSWORD),
                Map.entry("sspr.tenant", TestConfig.TENANT),
                Map.entry("sspr.agent.name", "agent-1"),
                Map.entry("sspr.agent.state", FOLDER.toString()),
                Map.entry("sspr.agent.state-password", TestConfig.STATE_PASSWORD),
                Map.entry("sspr.reset.url", "https://localhost:1"),
                Map.entry("sspr.ldap.url", "ldaps://localhost:" + DIRECTORY_PORT),
                Map.entry("sspr.ldap.bind-dn", TestConfig.SERVICE_DN),
                Map.entry("sspr.ldap.bind-password", TestDirectory.SERVICE_PASSWORD),
                Map.entry("sspr.ldap.base-dn", TestConfig.BASE_DN),
                Map.entry("sspr.ldap.certificate", certificate.toString()),
                Map.entry("sspr.heartbeat", "PT1S"));
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

    private static void createTopics() throws Exception {
        List<NewTopic> topics = new ArrayList<>();
        Topics.perTenant().map(topic -> topic.of(TestConfig.TENANT)).forEach(name -> {
            topics.add(new NewTopic(name, 2, (short) 1));
            topics.add(new NewTopic(Topics.deadLetter(name, "writeback-agent"), 1, (short) 1));
        });
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            admin.createTopics(topics).all().get();
        }
    }
}
