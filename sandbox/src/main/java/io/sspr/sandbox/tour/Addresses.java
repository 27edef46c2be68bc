package io.sspr.sandbox.tour;

import io.sspr.sandbox.DirectoryKind;
import io.sspr.sandbox.Ports;
import io.sspr.sandbox.launch.LaunchDomain;
import java.net.URI;
import java.util.Map;

/** Where the parts of a running system are reached: on this machine, or by the names of a container network. */
public record Addresses(
        URI resetService, URI writebackAgent, URI notificationService, URI auditService, URI world, URI directory) {

    /**
     * The addresses of a system on those ports, unless a variable says otherwise.
     *
     * @param environment may hold SSPR_RESET_URL, SSPR_AGENT_URL, SSPR_NOTIFICATION_URL, SSPR_AUDIT_URL,
     *     SSPR_WORLD_URL and SSPR_LDAP_URL
     */
    public static Addresses of(Ports ports, Map<String, String> environment) {
        return new Addresses(
                address(environment, "SSPR_RESET_URL", "http", ports.resetService()),
                address(environment, "SSPR_AGENT_URL", "http", ports.writebackAgent()),
                address(environment, "SSPR_NOTIFICATION_URL", "http", ports.notificationService()),
                address(environment, "SSPR_AUDIT_URL", "http", ports.auditService()),
                address(environment, "SSPR_WORLD_URL", "http", ports.world()),
                address(environment, "SSPR_LDAP_URL", "ldaps", ports.ldaps()));
    }

    /** As above, with that directory. */
    public static Addresses of(Ports ports, Map<String, String> environment, DirectoryKind kind) {
        Addresses usual = of(ports, environment);
        if (kind == DirectoryKind.SIMULATED || environment.containsKey("SSPR_LDAP_URL")) {
            return usual;
        }
        return new Addresses(
                usual.resetService(),
                usual.writebackAgent(),
                usual.notificationService(),
                usual.auditService(),
                usual.world(),
                LaunchDomain.ADDRESS);
    }

    private static URI address(Map<String, String> environment, String name, String scheme, int port) {
        return URI.create(environment.getOrDefault(name, scheme + "://localhost:" + port));
    }
}
