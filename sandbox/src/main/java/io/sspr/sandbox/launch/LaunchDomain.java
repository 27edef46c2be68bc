package io.sspr.sandbox.launch;

import io.sspr.sandbox.CannotStartException;
import io.sspr.sandbox.DirectoryKind;
import io.sspr.sandbox.samba.DemoDomain;
import io.sspr.sandbox.samba.DomainController;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Starts a real domain and hands its certificate to those who have to trust it. */
public final class LaunchDomain {
    private static final String LOOPBACK = "127.0.0.4";

    /** Where a domain is on this machine: its ports are fixed, so it has a loopback address of its own. */
    public static final URI ADDRESS = URI.create("ldaps://" + LOOPBACK + ":636");

    private LaunchDomain() {}

    /**
     * On this machine only; returns when it answers.
     *
     * @param folder of the domain; one that was set up before is used again
     * @param keys gets a copy of the certificate
     * @throws CannotStartException if Samba is missing
     */
    static DomainController launch(Path folder, Path keys) {
        return launch(folder, LOOPBACK, "localhost", keys);
    }

    /** For other machines: on this one's own address, by its own name. */
    public static DomainController launchForOthers(Path folder, Path keys) {
        try {
            InetAddress own = InetAddress.getLocalHost();
            return launch(folder, own.getHostAddress(), own.getHostName(), keys);
        } catch (IOException nameless) {
            throw new CannotStartException("This machine has no address of its own.", nameless);
        }
    }

    private static DomainController launch(Path folder, String address, String name, Path keys) {
        if (!DomainController.isInstalled()) {
            throw new CannotStartException(
                    "A domain takes Samba's domain controller (the Debian packages samba-ad-dc and"
                            + " samba-ad-provision), and root, since its ports are below 1024.");
        }
        DomainController domain = DomainController.start(folder, address, name);
        try {
            new DemoDomain(URI.create(domain.url()), domain.certificate()).relaxPolicy();
            Files.createDirectories(keys);
            Files.copy(
                    domain.certificate(),
                    keys.resolve(DirectoryKind.SAMBA.certificate()),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            domain.close();
            throw new UncheckedIOException(unwritable);
        }
        return domain;
    }
}
