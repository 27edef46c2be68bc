package io.sspr.reset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of reset-service. Environment names are the property names in upper case with underscores: {@code SSPR_SIGNING_KEY}. */
@ConfigMapping(prefix = "sspr")
public interface ResetConfig {

    /** File with the private EC P-256 key (JWK) that signs access tokens and writeback requests. No default. */
    Path signingKey();

    /** File with the public half of {@link #signingKey()}, published at {@code /.well-known/jwks.json}. No default. */
    Path signingPublicKey();

    /** File with the 256-bit key (JWK, {@code oct}) under which one-time codes are hashed. No default. Source: R-PHN-11. */
    Path codeKey();

    /** File with the public RSA key (JWK) of notification-service, to which one-time codes are sealed. No default. */
    Path notificationPublicKey();

    /** The bearer token with which the operator creates tenants. Without it no tenant can be created. */
    Optional<String> setupToken();

    Agent agent();

    Session session();

    Code code();

    Writeback writeback();

    /** What the cloud side expects of the tenants' agents. */
    interface Agent {
        /** Age of the last heartbeat from which an agent counts as unreachable. Source: R-WB-22. */
        @WithDefault("PT11M")
        Duration staleAfter();
    }

    /** A reset session. */
    interface Session {
        /** How long a user has from naming the account to submitting the password. Source: R-FLW-03. */
        @WithDefault("PT15M")
        Duration lifetime();
    }

    /** One-time codes. */
    interface Code {
        /** How long a code can be used. Source: R-PHN-10, R-EML-02. */
        @WithDefault("PT5M")
        Duration lifetime();

        /** Wrong entries after which a code is void and a new one must be sent. */
        @WithDefault("5")
        int attempts();
    }

    /** The wait for the on-premises side. */
    interface Writeback {
        /** How long an agent may act on a request. Source: R-WB-31f, R-WB-31h. */
        @WithDefault("PT30S")
        Duration expiresAfter();

        /** How much later a result may arrive before the reset ends with code 30: the agent's last directory call and the way back. */
        @WithDefault("PT3S")
        Duration grace();
    }
}
