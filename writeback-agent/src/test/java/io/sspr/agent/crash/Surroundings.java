package io.sspr.agent.crash;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPException;
import io.sspr.agent.Broker;
import io.sspr.agent.SandboxInfrastructure;
import io.sspr.agent.TestConfig;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;

/**
 * Everything around the two agents of a tenant, none of which runs yet: a real broker, a real database, a directory and
 * the cloud side.
 */
final class Surroundings implements AutoCloseable {
    private static final int BASE_PORT = 21150;
    private static final String KAFKA = "127.0.0.1:" + (BASE_PORT + 8);
    private static final String DATABASE = "jdbc:postgresql://127.0.0.1:" + (BASE_PORT + 7) + "/agent";
    private static final int DIRECTORY_PORT = BASE_PORT + 5;
    private static final Path FOLDER = Path.of("target", "crash-it").toAbsolutePath();
    private static final String GROUP = "writeback-agent." + TestConfig.TENANT;
    /** Enough for every listener of two agents. */
    private static final int PARTITIONS = 8;

    private static final int LISTENERS_PER_AGENT = 2;
    private static final Duration AT_MOST = Duration.ofSeconds(40);

    final HeldDirectory directory;
    final Database database = new Database(DATABASE, SandboxInfrastructure.USER, SandboxInfrastructure.PASSWORD);
    final List<Agent> agents;
    final CloudSide cloud;

    private final SandboxProcess infrastructure;
    private final Admin admin;

    Surroundings() throws Exception {
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(FOLDER.resolve("localhost.p12")); // a former run's may have expired
        directory = new HeldDirectory(DIRECTORY_PORT, FOLDER);
        infrastructure = new SandboxProcess(BASE_PORT);
        admin = Admin.create(Map.of("bootstrap.servers", KAFKA));
        createTopics();
        PublicJsonWebKey resetKey = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        resetKey.setKeyId("reset-1");
        PublicJsonWebKey publicResetKey =
                PublicJsonWebKey.Factory.newPublicJwk(resetKey.toJson(OutputControlLevel.PUBLIC_ONLY));
        agents = List.of(
                agent("agent-1", BASE_PORT + 1, publicResetKey), agent("agent-2", BASE_PORT + 2, publicResetKey));
        cloud = new CloudSide(new Broker(KAFKA), resetKey, agents);
    }

    /** Adds an account to the directory and returns its name. */
    String newUser() throws LDAPException {
        String name = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
        directory.addUser(name);
        return name;
    }

    Agent agent(String name) {
        return agents.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Agent otherThan(Agent agent) {
        return agents.get(agents.get(0) == agent ? 1 : 0);
    }

    /** An agent that listens, alone. */
    Agent onlyAgent() throws IOException {
        Agent only = agents.stream().filter(Agent::isRunning).findFirst().orElse(agents.get(0));
        otherThan(only).kill();
        startAndAwait(List.of(only));
        return only;
    }

    /** Returns when both agents listen. */
    void startBothAgents() throws IOException {
        startAndAwait(agents);
    }

    /** Also waits until the broker has given up those that were killed before. */
    private void startAndAwait(List<Agent> some) throws IOException {
        for (Agent each : some) {
            each.start();
        }
        await().atMost(AT_MOST)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(ExecutionException.class) // no such group yet
                .until(() -> {
                    some.forEach(Agent::requireRunning);
                    return listeners() == some.size() * LISTENERS_PER_AGENT;
                });
    }

    void killAllAgents() {
        agents.forEach(Agent::kill);
    }

    /** Whether the broker was told that a record is done with. */
    boolean isCommitted(ConsumerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        OffsetAndMetadata committed = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(record.topic(), record.partition()));
        return committed != null && committed.offset() > record.offset();
    }

    @Override
    public void close() throws IOException {
        killAllAgents();
        cloud.close();
        admin.close();
        infrastructure.close();
        directory.close();
    }

    private int listeners() throws ExecutionException, InterruptedException {
        ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(GROUP))
                .describedGroups()
                .get(GROUP)
                .get();
        return group.groupState() == GroupState.STABLE ? group.members().size() : 0;
    }

    private void createTopics() throws ExecutionException, InterruptedException {
        List<NewTopic> topics = new ArrayList<>();
        Topics.perTenant().map(topic -> topic.of(TestConfig.TENANT)).forEach(name -> {
            topics.add(new NewTopic(name, PARTITIONS, (short) 1));
            topics.add(new NewTopic(Topics.deadLetter(name, "writeback-agent"), 1, (short) 1));
        });
        admin.createTopics(topics).all().get();
    }

    private Agent agent(String name, int httpPort, PublicJsonWebKey resetService) throws Exception {
        Map<String, String> environment = Map.ofEntries(
                Map.entry("SSPR_HTTP_PORT", Integer.toString(httpPort)),
                Map.entry("SSPR_KAFKA", KAFKA),
                Map.entry("SSPR_DB_URL", database.urlFor(name)),
                Map.entry("SSPR_DB_USER", database.user()),
                Map.entry("SSPR_DB_PASSWORD", database.password()),
                Map.entry("SSPR_TENANT", TestConfig.TENANT),
                Map.entry("SSPR_AGENT_NAME", name),
                Map.entry("SSPR_AGENT_STATE", FOLDER.resolve(name).toString()),
                Map.entry("SSPR_AGENT_STATE_PASSWORD", TestConfig.STATE_PASSWORD),
                Map.entry("SSPR_RESET_URL", "http://localhost:1"),
                Map.entry("SSPR_RESET_INSECURE", "true"),
                Map.entry("SSPR_LDAP_URL", "ldaps://localhost:" + DIRECTORY_PORT),
                Map.entry("SSPR_LDAP_BIND_DN", TestConfig.SERVICE_DN),
                Map.entry("SSPR_LDAP_BIND_PASSWORD", TestDirectory.SERVICE_PASSWORD),
                Map.entry("SSPR_LDAP_BASE_DN", TestConfig.BASE_DN),
                Map.entry(
                        "SSPR_LDAP_CERTIFICATE", FOLDER.resolve("localhost.pem").toString()));
        return new Agent(name, environment, resetService);
    }
}
