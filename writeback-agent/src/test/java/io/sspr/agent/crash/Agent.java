package io.sspr.agent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.key.KeyPair;
import io.sspr.agent.key.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** One packaged agent, onboarded with keys of its own, which runs or does not. */
final class Agent {
    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final String name;
    private final Map<String, String> environment;
    private final Path log;
    private final KeyPair keys;
    private Process process;

    /** @param environment all that this agent is told, among it where to keep its keys */
    Agent(String name, Map<String, String> environment, PublicJsonWebKey resetService)
            throws IOException, JoseException {
        this.name = name;
        this.environment = environment;
        Clock clock = Clock.systemUTC();
        keys = KeyPair.made(clock.instant());
        AgentConfig config = config();
        log = config.agent().state().resolveSibling(name + ".log");
        Files.deleteIfExists(log);
        Files.createDirectories(config.agent().state());
        new KeyRing(config, clock).onboarded(keys, resetService);
    }

    String name() {
        return name;
    }

    /** What passwords are sealed to. */
    PublicJsonWebKey encryptionKey() {
        return keys.encryption();
    }

    /** What answers are verified with. */
    PublicJsonWebKey signingKey() {
        return keys.signing();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Fails for an agent that left by itself, as one does that cannot start. */
    void requireRunning() {
        assertThat(isRunning()).as("%s runs; see %s", name, log).isTrue();
    }

    /** Returns at once; does nothing if it runs. */
    void start() throws IOException {
        if (isRunning()) {
            return;
        }
        ProcessBuilder agent = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                PROGRAM.toString());
        agent.environment().putAll(environment);
        process = agent.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** As {@code kill -9} does; returns when it is gone. Does nothing if it does not run. */
    void kill() {
        if (isRunning()) {
            process.destroyForcibly().onExit().join();
        }
    }

    private AgentConfig config() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(AgentConfig.class)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(AgentConfig.class);
    }
}
