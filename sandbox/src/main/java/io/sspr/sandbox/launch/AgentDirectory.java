package io.sspr.sandbox.launch;

import io.sspr.sandbox.directory.Directory;
import io.sspr.sandbox.samba.DomainController;
import java.nio.file.Path;

/**
 * How the agent reaches its directory, and as whom.
 *
 * @param certificate PEM file
 * @param policyHints whether the directory enforces its history on a reset, which the agent demands by default. Source:
 *     R-ADP-08
 */
record AgentDirectory(
        String url, String bindDn, String bindPassword, String baseDn, Path certificate, boolean policyHints) {

    static AgentDirectory of(Directory directory) {
        return new AgentDirectory(
                directory.url(),
                Directory.SERVICE_ACCOUNT,
                Directory.SERVICE_PASSWORD,
                Directory.BASE_DN,
                directory.certificate(),
                true);
    }

    static AgentDirectory of(DomainController domain) {
        return new AgentDirectory(
                domain.url(),
                domain.serviceDn(),
                domain.servicePassword(),
                domain.baseDn(),
                domain.certificate(),
                false);
    }

    @Override
    public String toString() {
        return url;
    }
}
