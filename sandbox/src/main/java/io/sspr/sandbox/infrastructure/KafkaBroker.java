package io.sspr.sandbox.infrastructure;

import io.sspr.sandbox.CannotStartException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker (KRaft, broker and controller in one) inside this JVM, listening on loopback. Topics are never
 * made by themselves. At most one per JVM is sensible: Kafka's way of ending the process is trapped for all of them.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int ANSWER_WITHIN_SECONDS = 30;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Formats the folder, starts the broker and waits until it answers.
     *
     * @param folder empty or absent; belongs to the broker until it is closed
     */
    public static KafkaBroker start(int port, int controllerPort, Path folder) {
        keepKafkaFromEndingTheProcess();
        Properties settings = settings(port, controllerPort, folder);
        format(settings, folder);
        KafkaBroker broker = new KafkaBroker(new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM), port);
        broker.server.startup();
        broker.awaitAnswer();
        return broker;
    }

    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private void awaitAnswer() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            admin.describeCluster().nodes().get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            close();
            throw new CannotStartException("Kafka started on port " + port + " but does not answer.", silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close();
            throw new CannotStartException("Interrupted while Kafka was starting.", interrupted);
        }
    }

    private static Properties settings(int port, int controllerPort, Path folder) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@" + HOST + ":" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "advertised.listeners", "PLAINTEXT://" + HOST + ":" + port,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", folder.resolve("log").toString(),
                "auto.create.topics.enable", "false",
                "log.retention.check.interval.ms", "60000"));
        settings.putAll(Map.of(
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0"));
        settings.putAll(Map.of(
                "num.network.threads", "2",
                "num.io.threads", "2",
                "background.threads", "2",
                "log.cleaner.dedupe.buffer.size", "4194304"));
        return settings;
    }

    private static void format(Properties settings, Path folder) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            Path file = Files.createDirectories(folder).resolve("server.properties");
            try (var out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
            String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
            int status = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
            if (status != 0) {
                throw new CannotStartException(
                        "Kafka cannot format " + folder + ": " + said.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void keepKafkaFromEndingTheProcess() {
        Exit.setExitProcedure(KafkaBroker::refuseToExit);
        Exit.setHaltProcedure(KafkaBroker::refuseToExit);
        // The sandbox closes its parts in its own order; a second hook would race with it.
        Exit.setShutdownHookAdder((name, hook) -> {});
    }

    private static void refuseToExit(int status, String message) {
        throw new IllegalStateException("Kafka wanted to end the process: status=" + status + " message=" + message);
    }
}
