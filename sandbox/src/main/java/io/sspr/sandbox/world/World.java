package io.sspr.sandbox.world;

import io.sspr.sandbox.Parts;
import io.sspr.sandbox.Ports;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.directory.Directory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;

/** Everything outside the product: the on-premises directory, the mail server, the phones with their apps, and the page showing them. */
public final class World {
    private final Directory directory;
    private final Inbox inbox;
    private final Phone phone;
    private final WorldServer server;

    /**
     * Starts it all, the directory seeded with the demo accounts.
     *
     * @param parts is told how to end it
     * @param keys where certificate and keys are; public keys are handed out from there
     * @param host name of this machine in the directory's certificate, next to localhost
     */
    public World(Parts parts, InetAddress address, Ports ports, Path keys, String host, Clock clock) {
        directory = Directory.start(address, ports.ldaps(), keys, host, clock);
        parts.add(directory::close);
        directory.seed(DemoAccounts.ALL);
        inbox = Inbox.start(address, ports.smtp(), clock);
        parts.add(inbox::close);
        phone = new Phone(clock);
        server = WorldServer.start(
                address,
                ports.world(),
                new FileRoutes(keys),
                new MessageRoutes(phone, inbox),
                new CallRoutes(new Calls(clock)),
                new ApprovalRoutes(new Approvals(clock)),
                new AuthenticatorRoutes(new Authenticators(clock)),
                new DirectoryRoutes(directory));
        parts.add(server::close);
    }

    public Directory directory() {
        return directory;
    }

    public Inbox inbox() {
        return inbox;
    }

    public Phone phone() {
        return phone;
    }
}
