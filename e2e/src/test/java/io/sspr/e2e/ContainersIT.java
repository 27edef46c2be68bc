package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.Ports;
import io.sspr.sandbox.tour.Addresses;
import io.sspr.sandbox.tour.Stop.Result;
import io.sspr.sandbox.tour.Tour;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/** The rows of the tour on the containers of docker-compose.yml, from outside, through the ports that the file publishes. */
@Tag("containers")
class ContainersIT {
    private static final File COMPOSE_FILE = Path.of("..", "docker-compose.yml").toFile();
    private static final List<String> SERVICES =
            List.of("reset-service", "writeback-agent", "notification-service", "audit-service", "world");
    private static final String ONBOARDING_TOKEN = "/onboarding/token";
    private static final String SETUP_TOKEN = "demonstration-only-set-up-token";

    private static ComposeContainer containers;
    private static Tour tour;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        containers = new ComposeContainer(COMPOSE_FILE).withBuild(true).withServices(SERVICES.toArray(String[]::new));
        SERVICES.forEach(service ->
                containers.waitingFor(service, Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(10))));
        containers.start();
        Path keys = Files.createTempDirectory("keys");
        ContainerState world = containers.getContainerByServiceName("world").orElseThrow();
        for (String key : List.of(
                "directory.pem",
                "agent-fabrikam-encryption.pub.jwk",
                "agent-fabrikam-signing.pub.jwk",
                "agent-tailspin-encryption.pub.jwk",
                "agent-tailspin-signing.pub.jwk")) {
            world.copyFileFromContainer("/keys/" + key, keys.resolve(key).toString());
        }
        Files.writeString(keys.resolve("setup-token"), SETUP_TOKEN);
        tour = new Tour(Addresses.of(Ports.DEFAULT, Map.of()), keys, ContainersIT::handOver);
        tour.seed();
    }

    @AfterAll
    static void stop() {
        containers.stop();
    }

    /** The agent may look at any moment: the file has to be there with all of the token or not at all. */
    private static void handOver(String token) {
        ContainerState agent =
                containers.getContainerByServiceName("writeback-agent").orElseThrow();
        agent.copyFileToContainer(Transferable.of(token), ONBOARDING_TOKEN + ".tmp");
        try {
            agent.execInContainer("mv", ONBOARDING_TOKEN + ".tmp", ONBOARDING_TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOutcomeOfTheTour() {
        return tour.journeys().all().stream()
                .map(stop -> DynamicTest.dynamicTest(stop.user() + ": " + stop.tried(), () -> {
                    Result result = stop.walk().get();

                    assertThat(result.got()).isEqualTo(stop.expected());
                }));
    }
}
