package io.sspr.reset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** File with the public EC P-256 key (JWK) of notification-service, which signs the approvals of calls and notifications. No default. */
    Path notificationSigningPublicKey();

    /** The bearer token with which the operator creates tenants. Without it no tenant can be created. */
    Optional<String> setupToken();

    /** File with the filter of breached passwords, made by {@code MakeBreachedFilter}. Without it such passwords are not looked up. */
    Optional<Path> breachedPasswords();

    /**
     * Scheme, host and port under which people reach the pages, such as {@code https://password.contoso.com}; it is in no answer that the address of a
     * request could change. Cookies want an encrypted connection unless it begins with {@code http:}. Without it no mail has a link.
     */
    Optional<URI> publicOrigin();

    /** Where the link to help at the foot of every page leads. Without it there is none. Source: R-SUP-10. */
    Optional<URI> helpUrl();

    Agent agent();

    Session session();

    Code code();

    Writeback writeback();

    Captcha captcha();

    Identify identify();

    SignIn signIn();

    Sync sync();

    Throttle throttle();

    /** Without it, only reset-service's own tokens are good. */
    Optional<Oidc> oidc();

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

        /** How long a notification can be approved. Source: R-APP-03. */
        @WithDefault("PT60S")
        Duration pushLifetime();
    }

    /** The limits of what may be tried; a bucket's own limit and window are in {@code io.sspr.reset.throttle.Limit}. Source: R-THR-01 … R-THR-09. */
    interface Throttle {
        Bucket phone();

        Bucket questions();

        Bucket reset();

        Bucket mailSend();

        Bucket app();

        Bucket mailCode();

        /** How long a block lasts; no shorter than the longest window. Source: R-THR-09. */
        @WithDefault("PT24H")
        Duration block();

        /** Whether whoever tries while blocked has to wait anew from then on. Source: R-THR-09. */
        @WithDefault("false")
        boolean extendOnBlocked();

        /** Replaces the limit or the window of one bucket. Source: R-THR-07. */
        interface Bucket {
            /** Attempts within the window; at least 1. */
            OptionalInt limit();

            /** How far back attempts count. */
            Optional<Duration> window();
        }
    }

    /** The proof of work that comes before naming an account; it cannot be switched off. Source: R-CHK-00. */
    interface Captcha {
        /**
         * The number to be found is 1 to this: a client computes that many SHA-256 at worst and half as many on average, a server two to check. At
         * least 1. Ten times the value is ten times the wait.
         */
        @WithDefault("50000")
        int difficulty();

        /** How long a challenge can be solved and used. */
        @WithDefault("PT5M")
        Duration lifetime();
    }

    /** Naming an account. */
    interface Identify {
        /** How often one address may do so within any minute, on each replica; at least 1. Source: R-THR-13. */
        @WithDefault("20")
        int perMinute();
    }

    /** Signing in, and changing a password that one knows. */
    interface SignIn {
        /** How often one address may try a password within any minute, on each replica; at least 1. Source: R-THR-13. */
        @WithDefault("60")
        int perMinute();
    }

    /** What the agents tell of their directories. */
    interface Sync {
        /**
         * How many accounts one run may remove; at least 0. A run that would remove more removes none, since a directory that lost so many people is
         * likely to have been read wrongly.
         */
        @WithDefault("500")
        int mostRemovals();
    }

    /** An OpenID Connect provider whose access tokens are good as well. Address and audience come together. */
    interface Oidc {
        /** The provider's address, exactly as its tokens' {@code iss} says it; {@code /.well-known/openid-configuration} is below it. No default. */
        String issuer();

        /** What the tokens' {@code aud} has to name: reset-service, as the provider knows it. No default. */
        String audience();

        /**
         * The claim that holds the user principal name, {@code preferred_username} by default; nobody but the provider's administrators may be able
         * to change it.
         */
        // A default would make the provider one that is configured, and then its address is missed.
        Optional<String> nameClaim();
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
