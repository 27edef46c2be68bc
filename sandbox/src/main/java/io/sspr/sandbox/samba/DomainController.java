package io.sspr.sandbox.samba;

import io.sspr.sandbox.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real Active Directory domain of one domain controller: Samba, bound to one loopback address, since its ports are
 * fixed. It can be stopped, frozen and killed. Everything it writes is below one folder, and it ends with the JVM. Used
 * by one thread.
 */
public final class DomainController implements AutoCloseable {
    private static final Path SAMBA = Path.of("/usr/sbin/samba");
    private static final Path TOOL = Path.of("/usr/bin/samba-tool");
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Pattern SID = Pattern.compile("S-1-5-21-[0-9-]+");
    private static final String PROVISIONED = "provisioned";
    private static final int TEN_YEARS = 3650;

    private final Path folder;
    private final String address;
    private final String name;
    private final DomainCertificate certificate;
    private final DomainAccounts accounts;
    private DomainProcess process;

    private DomainController(Path folder, String address, String name) {
        this.folder = folder.toAbsolutePath();
        this.address = address;
        this.name = name;
        certificate = DomainCertificate.in(this.folder.resolve("tls"));
        accounts = new DomainAccounts(address);
    }

    /** Whether this machine has Samba's domain controller and this user may start it: its ports are privileged. */
    public static boolean isInstalled() {
        return Files.isExecutable(SAMBA)
                && Files.isExecutable(TOOL)
                && System.getProperty("user.name").equals("root");
    }

    /**
     * Sets the domain up, unless that was done in this folder before, and starts it; returns when it answers over
     * LDAPS. Setting up takes some ten seconds, starting one.
     *
     * @param address a loopback address of its own, for example 127.0.0.3
     */
    public static DomainController start(Path folder, String address) {
        return start(folder, address, "localhost");
    }

    /** As above, for clients that know it by a name. */
    public static DomainController start(Path folder, String address, String name) {
        DomainController controller = new DomainController(folder, address, name);
        if (Files.exists(controller.folder.resolve(PROVISIONED))) {
            controller.start();
        } else {
            controller.provision();
        }
        return controller;
    }

    /** {@code ldaps://address:636}. */
    public String url() {
        return "ldaps://" + address + ":" + DomainAccounts.LDAPS_PORT;
    }

    /** PEM file of the certificate that it presents, which bears its address and its name. */
    public Path certificate() {
        return certificate.pem();
    }

    public String baseDn() {
        return DomainAccounts.BASE_DN;
    }

    public String administratorDn() {
        return DomainAccounts.ADMINISTRATOR_DN;
    }

    public String administratorPassword() {
        return DomainAccounts.ADMINISTRATOR_PASSWORD;
    }

    /** The account that an agent signs in as: rights over the people's organizational unit, and over nothing else. */
    public String serviceDn() {
        return DomainAccounts.SERVICE_DN;
    }

    public String servicePassword() {
        return DomainAccounts.SERVICE_PASSWORD;
    }

    /** Its accounts, groups and their attributes. */
    public DomainAccounts accounts() {
        return accounts;
    }

    /** Adds an enabled account among the people; returns its DN. */
    public String createUser(String name, String displayName, String password) {
        return accounts.create(name, displayName, password);
    }

    /**
     * Runs {@code samba-tool} against this domain, for example {@code domain passwordsettings set --min-pwd-age=0};
     * returns what it printed.
     */
    public String tool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(TOOL.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-s",
                settings().toString(),
                "-H",
                folder.resolve("private/sam.ldb").toString()));
        return SambaCommand.run(folder.resolve("tool.out"), command);
    }

    /** Freezes it: connections are accepted and stay open, and nothing is answered. */
    public void pause() {
        process.pause();
    }

    public void resume() {
        process.resume();
    }

    /** Ends it as a power cut would: connections are refused from now on. */
    public void kill() {
        process.kill();
    }

    /** Ends it if it runs, and starts it with what is stored. */
    public void restart() {
        process.kill();
        start();
    }

    /** From now on it presents, and {@link #certificate()} holds, one that ended yesterday. Restarts it. */
    public void presentExpiredCertificate() {
        certificate.make(address, name, LocalDateTime.now().minusDays(3), 2);
        restart();
    }

    /** Back to one that is good. Restarts it. */
    public void presentGoodCertificate() {
        makeCertificate();
        restart();
    }

    /** Leaves no process, and the folder as it is. */
    @Override
    public void close() {
        process.kill();
    }

    private void prepareAccounts() {
        accounts.prepare();
        Matcher sid = SID.matcher(tool("user", "show", DomainAccounts.SERVICE_NAME, "--attributes=objectSid"));
        if (!sid.find()) {
            throw new CannotStartException("Samba does not tell the service account's SID.");
        }
        tool("dsacl", "set", "--objectdn=" + accounts.peopleDn(), "--sddl=" + DelegatedRights.sddl(sid.group()));
    }

    private void makeCertificate() {
        certificate.make(address, name, LocalDateTime.now().minusDays(1), TEN_YEARS);
    }

    private void provision() {
        createFolder(folder.resolve("run"));
        SambaCommand.run(
                folder.resolve("provision.out"),
                List.of(
                        TOOL.toString(),
                        "domain",
                        "provision",
                        "--realm=" + DomainAccounts.REALM,
                        "--domain=CORP",
                        "--server-role=dc",
                        "--dns-backend=SAMBA_INTERNAL",
                        "--adminpass=" + DomainAccounts.ADMINISTRATOR_PASSWORD,
                        "--targetdir=" + folder,
                        "--host-name=dc1",
                        "--host-ip=" + address,
                        "--option=interfaces=lo",
                        "--option=bind interfaces only=yes",
                        // Access lists in a file: as attributes of files they take a right that no container has.
                        "--option=vfs objects=dfs_samba4 acl_xattr xattr_tdb",
                        "--option=xattr_tdb:file=" + folder.resolve("xattr.tdb")));
        makeCertificate();
        start();
        prepareAccounts();
        createFolder(folder.resolve(PROVISIONED));
    }

    private static void createFolder(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void start() {
        process = DomainProcess.start(command(), folder.resolve("samba.log"));
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!accounts.areReachable()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.kill();
                throw new CannotStartException(
                        "The domain controller does not answer on " + url() + "; see " + folder.resolve("samba.log"));
            }
            DomainProcess.pauseBriefly();
        }
    }

    private List<String> command() {
        Path run = folder.resolve("run");
        return List.of(
                SAMBA.toString(),
                "--interactive",
                "--no-process-group",
                "-s",
                settings().toString(),
                "--option=server services=ldap",
                // By default a former password is good for another hour.
                "--option=old password allowed period=0",
                "--option=interfaces=" + address + "/8",
                "--option=prefork children:ldap=2",
                "--option=pid directory=" + run,
                "--option=ncalrpc dir=" + run.resolve("ncalrpc"),
                "--option=winbindd socket directory=" + run.resolve("winbindd"),
                "--option=tls keyfile=" + certificate.key(),
                "--option=tls certfile=" + certificate.pem(),
                "--option=tls cafile=");
    }

    private Path settings() {
        return folder.resolve("etc/smb.conf");
    }
}
