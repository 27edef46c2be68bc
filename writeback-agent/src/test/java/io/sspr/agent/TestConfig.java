package io.sspr.agent;

import java.nio.file.Path;
import java.time.Duration;

/** The configuration of an agent named {@code agent-1} of the tenant {@code contoso}. */
public record TestConfig(String url, String bindPassword, Path certificate, Path keys, boolean requirePolicyHints)
        implements AgentConfig {
    public static final String TENANT = "contoso";
    public static final String BASE_DN = "DC=corp,DC=example";
    public static final String SERVICE_DN = "CN=svc,DC=corp,DC=example";

    @Override
    public String tenant() {
        return TENANT;
    }

    @Override
    public Duration heartbeat() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Directory directory() {
        return () -> requirePolicyHints;
    }

    @Override
    public Reset reset() {
        return () -> keys.resolve("reset.public.jwk");
    }

    @Override
    public Agent agent() {
        return new Agent() {
            @Override
            public String name() {
                return "agent-1";
            }

            @Override
            public Path key() {
                return keys.resolve("agent.jwk");
            }

            @Override
            public Path signingKey() {
                return keys.resolve("agent-signing.jwk");
            }
        };
    }

    @Override
    public Ldap ldap() {
        return new Ldap() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public String bindDn() {
                return SERVICE_DN;
            }

            @Override
            public String bindPassword() {
                return bindPassword;
            }

            @Override
            public String baseDn() {
                return BASE_DN;
            }

            @Override
            public Path certificate() {
                return certificate;
            }
        };
    }
}
