package io.sspr.sandbox.launch;

import io.sspr.sandbox.DirectoryKind;
import io.sspr.sandbox.Logs;
import io.sspr.sandbox.Parts;
import io.sspr.sandbox.Ports;
import io.sspr.sandbox.infrastructure.KafkaBroker;
import io.sspr.sandbox.infrastructure.Postgres;
import io.sspr.sandbox.keys.DemoKeys;
import io.sspr.sandbox.samba.DomainController;
import io.sspr.sandbox.world.World;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The whole product with the world around it, on one machine: broker, database, world, and four service processes. */
public final class RunningSystem implements AutoCloseable {
    /** Under which the agent keeps its keys. */
    public static final String AGENT_STATE_PASSWORD = ServiceEnvironment.AGENT_STATE_PASSWORD;

    private static final List<String> MODULES =
            List.of("reset-service", "writeback-agent", "notification-service", "audit-service");

    private final Parts parts = new Parts();
    private final Ports ports;
    private final WorkFolder work;
    private final DirectoryKind kind;
    private Infrastructure infrastructure;
    private DemoKeys keys;
    private World world;
    private DomainController domainController;
    private List<ServiceProcess> services = List.of();

    /** A system that is not started yet; it can be closed at any time, also while it starts. */
    public RunningSystem(Ports ports, WorkFolder work, DirectoryKind kind) {
        this.ports = ports;
        this.work = work;
        this.kind = kind;
    }

    /**
     * Starts everything and returns once all of it is ready; ends what had started if something fails.
     *
     * @param folder where it may write; logs stay there
     */
    public static RunningSystem start(Ports ports, Path folder) {
        return start(ports, folder, DirectoryKind.SIMULATED);
    }

    /** As above, with that directory. */
    public static RunningSystem start(Ports ports, Path folder, DirectoryKind kind) {
        RunningSystem system = new RunningSystem(ports, new WorkFolder(folder.toAbsolutePath(), ports), kind);
        try {
            system.start();
            return system;
        } catch (RuntimeException failed) {
            system.close();
            throw failed;
        }
    }

    /**
     * Starts everything, as much as possible side by side.
     *
     * @throws io.sspr.sandbox.CannotStartException saying in one line what is wrong
     */
    public void start() {
        Logs.quiet();
        List<Path> jars = MODULES.stream().map(Project::serviceJar).toList();
        Ports.requireFree(ports.ofServices());
        Ports.requireFree(ports.ofWorld());
        Ports.requireFree(ports.ofInfrastructure());
        work.prepare();

        infrastructure = new Infrastructure(parts, ports, work);
        CompletableFuture<DemoKeys> keysMade = parts.begin(() -> DemoKeys.in(work.keys()));
        CompletableFuture<World> worldUp = parts.begin(() ->
                new World(parts, InetAddress.getLoopbackAddress(), ports, work.keys(), "localhost", Clock.systemUTC()));
        CompletableFuture<DomainController> domainUp = parts.begin(this::startDomain);
        Parts.await(List.of(keysMade, worldUp, domainUp));
        infrastructure.await();
        keys = keysMade.join();
        world = worldUp.join();
        domainController = domainUp.join();
        startServices(jars);
    }

    /** @return null where the directory is simulated */
    private DomainController startDomain() {
        if (kind == DirectoryKind.SIMULATED) {
            return null;
        }
        DomainController started = LaunchDomain.launch(work.domain(), work.keys());
        parts.add(started::close);
        return started;
    }

    private AgentDirectory agentDirectory() {
        return domainController == null ? AgentDirectory.of(world.directory()) : AgentDirectory.of(domainController);
    }

    private void startServices(List<Path> jars) {
        ServiceEnvironment environment = new ServiceEnvironment(ports, work, infrastructure, agentDirectory(), keys);
        services = List.of(
                service(0, jars, ports.resetService(), environment.ofResetService()),
                service(1, jars, ports.writebackAgent(), environment.ofWritebackAgent()),
                service(2, jars, ports.notificationService(), environment.ofNotificationService()),
                service(3, jars, ports.auditService(), environment.ofAuditService()));
        List<ServiceProcess> all = services;
        parts.add(() -> all.parallelStream().forEach(ServiceProcess::close));
        Parts.await(List.copyOf(all.stream()
                .map(service -> parts.begin(() -> {
                    service.start();
                    return service;
                }))
                .toList()));
    }

    private ServiceProcess service(int index, List<Path> jars, int port, Map<String, String> environment) {
        String name = MODULES.get(index);
        return new ServiceProcess(name, jars.get(index), port, work.freshLog(name), environment);
    }

    public ServiceProcess resetService() {
        return services.get(0);
    }

    public ServiceProcess writebackAgent() {
        return services.get(1);
    }

    public ServiceProcess notificationService() {
        return services.get(2);
    }

    public ServiceProcess auditService() {
        return services.get(3);
    }

    public List<ServiceProcess> services() {
        return services;
    }

    public World world() {
        return world;
    }

    /** The domain controller that the agent writes to; null where the directory is simulated. */
    public DomainController domainController() {
        return domainController;
    }

    public KafkaBroker kafka() {
        return infrastructure.kafka();
    }

    public Postgres postgres() {
        return infrastructure.postgres();
    }

    public DemoKeys keys() {
        return keys;
    }

    /** Where the agent looks for a token as long as it has exchanged no keys with reset-service. */
    public Path onboardingToken() {
        return work.onboardingToken();
    }

    public Ports ports() {
        return ports;
    }

    /** Ends everything in the reverse order and removes its data. */
    @Override
    public void close() {
        try {
            parts.close();
        } finally {
            work.removeData();
        }
    }
}
