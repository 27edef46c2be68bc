package io.sspr.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.sandbox.Parts;
import io.sspr.sandbox.Ports;
import io.sspr.sandbox.infrastructure.Database;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfrastructureIT {
    private static final Parts PARTS = new Parts();

    @TempDir
    private static Path folder;

    private static Infrastructure infrastructure;

    @BeforeAll
    static void start() {
        Ports ports = freePorts();
        WorkFolder work = new WorkFolder(folder, ports);
        work.prepare();
        infrastructure = new Infrastructure(PARTS, ports, work);
        infrastructure.await();
    }

    @AfterAll
    static void stop() {
        PARTS.close();
    }

    @Test
    void whatIsProducedIsConsumed() throws ExecutionException, InterruptedException {
        createTopic("greetings");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("greetings", "key", "hello")).get();
        }

        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("greetings"));
            ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(20));
            assertThat(records).extracting(each -> each.value()).containsExactly("hello");
        }
    }

    @Test
    void topicsDoNotMakeThemselves() {
        try (Admin admin = Admin.create(settings())) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("unheard-of"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "agent", "notification", "audit"})
    void everyServiceOwnsADurableDatabase(String name) throws SQLException {
        try (Connection connection = connect(infrastructure.postgres().database(name));
                Statement statement = connection.createStatement()) {
            statement.execute("create table proof (id int)");
            assertThat(value(statement, "show fsync")).isEqualTo("on");
            assertThat(value(statement, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(statement, "show server_version")).startsWith("18");
            assertThat(value(statement, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void ownersReachNoOtherDatabase() {
        Database reset = infrastructure.postgres().database("reset");
        Database audit = infrastructure.postgres().database("audit");

        assertThatThrownBy(() -> DriverManager.getConnection(audit.url(), reset.user(), reset.password())
                        .close())
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(reset.url(), reset.user(), "wrong")
                        .close())
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() ->
                        DriverManager.getConnection(reset.url(), "postgres", "").close())
                .isInstanceOf(SQLException.class);
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static String value(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void createTopic(String name) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                infrastructure.kafka().bootstrapServers(),
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest");
    }

    private static Ports freePorts() {
        return IntStream.iterate(21_000, base -> base + 10)
                .mapToObj(Ports::new)
                .filter(ports -> ports.ofInfrastructure().stream().allMatch(InfrastructureIT::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
