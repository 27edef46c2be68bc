package io.sspr.sandbox.directory;

import io.sspr.sandbox.SettableClock;
import io.sspr.sandbox.demo.DemoAccounts;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One directory per test class, freshly seeded for every test. */
abstract class DirectoryFixture {
    static final SettableClock CLOCK = new SettableClock();
    static final String PETRA = "petra";
    static final String PETRAS_PASSWORD = DemoAccounts.named(PETRA).initialPassword();

    static Directory directory;

    @BeforeAll
    static void start(@TempDir Path keys) {
        directory = Directory.start(InetAddress.getLoopbackAddress(), 0, keys, "world", CLOCK);
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    @BeforeEach
    void seed() {
        directory.up(true);
        directory.seed(DemoAccounts.ALL);
    }
}
