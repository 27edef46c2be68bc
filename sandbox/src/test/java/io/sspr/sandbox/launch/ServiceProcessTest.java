package io.sspr.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.sandbox.CannotStartException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
    @TempDir
    private Path folder;

    private ServiceProcess service;

    @BeforeEach
    void makeService() throws IOException {
        service = service(Map.of("FAKE_SETTING", "blue"));
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void isReadyAfterStartAndLogsWhatItPrints() throws IOException {
        service.start();

        assertThat(isAlive(service.pid())).isTrue();
        assertThat(service.startedIn()).isPositive().isLessThan(Duration.ofSeconds(60));
        assertThat(service.residentMemory()).isGreaterThan(1_000_000);
        assertThat(Files.readString(service.log())).contains("started with blue");
    }

    @Test
    void startsAgainAfterAKill() {
        service.start();
        long first = service.pid();

        service.kill();
        assertThat(isAlive(first)).isFalse();

        service.start();
        assertThat(service.pid()).isNotEqualTo(first);
    }

    @Test
    void restartMakesANewProcess() {
        service.start();
        long first = service.pid();

        service.restart();

        assertThat(isAlive(first)).isFalse();
        assertThat(isAlive(service.pid())).isTrue();
    }

    @Test
    void doesNotStartTwice() {
        service.start();

        assertThatThrownBy(service::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotStartOnceClosed() {
        service.close();

        assertThatThrownBy(service::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsWhereToLookWhenItEndsInsteadOfBecomingReady() throws IOException {
        ServiceProcess failing = service(Map.of("FAKE_FAILS", "yes"));

        assertThatThrownBy(failing::start)
                .isInstanceOf(CannotStartException.class)
                .hasMessage("fake ended with exit code 3 instead of becoming ready; see " + failing.log());
    }

    @Test
    void anotherRunsBesideIt() throws IOException {
        int port = freePort();
        service.start();
        ServiceProcess second = service.another(
                "fake-2", port, Map.of("SSPR_HTTP_PORT", Integer.toString(port), "FAKE_SETTING", "green"));
        second.start();

        assertThat(Files.readString(second.log())).contains("started with green");
        assertThat(isAlive(service.pid())).isTrue();
        second.close();
    }

    private ServiceProcess service(Map<String, String> settings) throws IOException {
        int port = freePort();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SSPR_HTTP_PORT", Integer.toString(port));
        return new ServiceProcess("fake", packFake(), port, folder.resolve("fake.log"), environment);
    }

    private Path packFake() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        Path jar = folder.resolve("fake.jar");
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream code = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
        return jar;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
