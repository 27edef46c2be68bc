package io.sspr.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    Onboarding onboarding();

    Key key();

    Reset reset();

    Ldap ldap();

    Directory directory();

    Sync sync();

    /** {@code SSPR_HEARTBEAT}: time between two signs of life, ISO-8601. Source: R-WB-22. */
    @WithDefault("PT5M")
    Duration heartbeat();

    /** The agent itself. */
    interface Agent {
        /** {@code SSPR_AGENT_NAME}: what this agent is called in its signs of life, events and answers. */
        String name();

        /**
         * {@code SSPR_AGENT_STATE}: folder of what the agent has to remember outside its database: the file {@code
         * agent.jwe} with its keys. It has to survive the agent, and no other agent may use it. Source: R-WB-21.
         */
        Path state();

        /**
         * {@code SSPR_AGENT_STATE_PASSWORD}: what that file is encrypted under, 16 characters or more. Without it the
         * agent has to be onboarded again.
         */
        String statePassword();
    }

    /** How the agent comes to the keys of its tenant. */
    interface Onboarding {
        /**
         * {@code SSPR_ONBOARDING_TOKEN_FILE}: while the agent is not onboarded it looks every second for this file,
         * onboards with the token in it and deletes it; {@code onboarding-token} in the state's folder if not given.
         * Source: R-WB-20.
         */
        Optional<Path> tokenFile();
    }

    /** The agent's keys. */
    interface Key {
        /** {@code SSPR_KEY_LIFETIME}: age at which they are replaced, ISO-8601. Source: R-WB-24. */
        @WithDefault("P182D")
        Duration lifetime();
    }

    /** The cloud side. */
    interface Reset {
        /** {@code SSPR_RESET_URL}: origin of reset-service, {@code https://host[:port]}. Source: R-WB-21. */
        URI url();

        /**
         * {@code SSPR_RESET_INSECURE}: whether that may be {@code http}. Who can change what passes by could then put
         * keys of his own in the place of reset-service's: for trials on one machine only.
         */
        @WithDefault("false")
        boolean insecure();
    }

    /** How the directory is reached. */
    interface Ldap {
        /**
         * {@code SSPR_LDAP_URL}: one or several {@code ldaps://host[:port]}, separated by commas, tried in this order;
         * anything without TLS is refused at start.
         */
        @WithName("url")
        List<String> urls();

        /** {@code SSPR_LDAP_BIND_DN}: the service account, holding the rights of R-WB-12 and no others. */
        String bindDn();

        /**
         * {@code SSPR_LDAP_BIND_PASSWORD}: the service account's password, 256 characters at most. Source: R-WB-15.
         */
        String bindPassword();

        /** {@code SSPR_LDAP_BASE_DN}: accounts are looked up below this object. Source: R-WB-11. */
        String baseDn();

        /**
         * {@code SSPR_LDAP_CERTIFICATE}: PEM file with the certificates that are trusted for the directory; those that
         * the Java installation trusts if not given.
         */
        Optional<Path> certificate();
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

    /** How the cloud side's accounts are kept like the directory's. */
    interface Sync {
        /** {@code SSPR_SYNC_ENABLED}: whether they are at all. */
        @WithDefault("false")
        boolean enabled();

        /** {@code SSPR_SYNC_EVERY}: time between two runs, ISO-8601. */
        @WithDefault("PT30M")
        Duration every();

        /** {@code SSPR_SYNC_FILTER}: LDAP filter of the accounts that are in scope. Source: R-WB-11. */
        @WithDefault("(&(objectCategory=person)(objectClass=user))")
        String filter();
    }
}
