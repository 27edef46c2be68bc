package io.sspr.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Everything an operator sets. Each value is given by the environment variable named with it; a value without a default
 * must be given.
 */
@ConfigMapping(prefix = "sspr")
public interface AgentConfig {

    /**
     * {@code SSPR_TENANT}: the tenant that this agent serves; it reads this tenant's requests and no others. Source:
     * R-WB-21.
     */
    String tenant();

    Agent agent();

    Reset reset();

    Ldap ldap();

    Directory directory();

    /** {@code SSPR_HEARTBEAT}: time between two signs of life, ISO-8601. Source: R-WB-22. */
    @WithDefault("PT5M")
    Duration heartbeat();

    /** The agent itself. */
    interface Agent {
        /** {@code SSPR_AGENT_NAME}: what this agent is called in its signs of life, events and answers. */
        String name();

        /**
         * {@code SSPR_AGENT_KEY}: file with the private RSA key (JWK, 2048 bits) that passwords are sealed to. Source:
         * R-WB-31a.
         */
        Path key();

        /** {@code SSPR_AGENT_SIGNING_KEY}: file with the private EC key (JWK, P-256) that answers are signed with. */
        Path signingKey();
    }

    /** The cloud side. */
    interface Reset {
        /**
         * {@code SSPR_RESET_PUBLIC_KEY}: file with the public EC key (JWK, P-256) of reset-service, which signs the
         * requests.
         */
        Path publicKey();
    }

    /** How the directory is reached. */
    interface Ldap {
        /** {@code SSPR_LDAP_URL}: {@code ldaps://host[:port]}; anything without TLS is refused at start. */
        String url();

        /** {@code SSPR_LDAP_BIND_DN}: the service account, holding the rights of R-WB-12 and no others. */
        String bindDn();

        /** {@code SSPR_LDAP_BIND_PASSWORD}: the service account's password. */
        String bindPassword();

        /** {@code SSPR_LDAP_BASE_DN}: accounts are looked up below this object. Source: R-WB-11. */
        String baseDn();

        /**
         * {@code SSPR_LDAP_CERTIFICATE}: PEM file with the certificates that are trusted for the directory, instead of
         * the system's.
         */
        Path certificate();
    }

    /** What the directory has to offer. */
    interface Directory {
        /**
         * {@code SSPR_DIRECTORY_REQUIRE_POLICY_HINTS}: whether a directory without the policy-hints control is refused
         * (event 6329). Without that control a reset may bring back any former password, so switch this off only for a
         * directory that cannot do better, such as Samba. Source: R-ADP-08.
         */
        @WithDefault("true")
        boolean requirePolicyHints();
    }
}
