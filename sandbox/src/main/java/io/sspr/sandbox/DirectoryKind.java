package io.sspr.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which on-premises directory the system writes back to. */
public enum DirectoryKind {
    /** One in the memory of the sandbox, which can play any part. */
    SIMULATED("directory.pem"),
    /** A real Active Directory domain; takes Samba's domain controller on this machine. */
    SAMBA("domain-controller.pem");

    private final String certificate;

    DirectoryKind(String certificate) {
        this.certificate = certificate;
    }

    /** The file with its certificate, in the folder of keys. */
    public String certificate() {
        return certificate;
    }

    /** @param name as on the command line; null if nothing follows */
    static DirectoryKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.argument().equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotStartException("--directory needs one of "
                        + Arrays.stream(values()).map(DirectoryKind::argument).collect(Collectors.joining(", "))
                        + "."));
    }

    private String argument() {
        return name().toLowerCase(Locale.ROOT);
    }
}
