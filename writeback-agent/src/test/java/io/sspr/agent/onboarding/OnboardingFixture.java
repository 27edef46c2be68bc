package io.sspr.agent.onboarding;

import io.sspr.agent.TestClock;
import io.sspr.agent.TestConfig;
import io.sspr.agent.TestKeys;
import io.sspr.agent.eventlog.RecordedEvents;
import io.sspr.agent.key.KeyPair;
import io.sspr.agent.key.KeyRing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An agent at noon of 1 March 2026, and a reset-service that it can reach. */
abstract class OnboardingFixture {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    final TestClock clock = new TestClock(NOW);
    final RecordedEvents events = new RecordedEvents();
    TestResetService cloud;
    TestConfig config;
    KeyRing keys;

    @BeforeEach
    void start() throws Exception {
        cloud = new TestResetService();
        config = new TestConfig("ldaps://localhost:1", "none", null, folder, true).withResetUrl(cloud.url());
        keys = new KeyRing(config, clock);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    /** Gives the agent keys that were made just now. */
    TestKeys onboarded() throws IOException {
        TestKeys made = TestKeys.in(folder);
        keys.onboarded(new KeyPair(made.agent(), made.agentSigning(), NOW), made.reset());
        return made;
    }

    AboutThisAgent aboutThisAgent() {
        return aboutThisAgent(config);
    }

    /** Of an agent whose way to reset-service is cut. */
    AboutThisAgent unreachable() {
        return aboutThisAgent(config.withResetUrl(URI.create("http://localhost:1")));
    }

    private AboutThisAgent aboutThisAgent(TestConfig with) {
        return new AboutThisAgent(keys, new ResetService(with), with, clock);
    }
}
