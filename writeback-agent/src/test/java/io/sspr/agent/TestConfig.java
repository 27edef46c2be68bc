package io.sspr.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The configuration of an agent named {@code agent-1} of the tenant {@code contoso}. */
public record TestConfig(
        String url,
        String bindPassword,
        Path certificate,
        Path state,
        boolean requirePolicyHints,
        String statePassword,
        URI resetUrl,
        Optional<Path> tokenFile)
        implements AgentConfig {
    public static final Duration KEY_LIFETIME = Duration.ofDays(182);

    /** What the state is encrypted under. */
    public static final String STATE_PASSWORD = "correct-horse-battery";

    public static final String TENANT = "contoso";
    public static final String BASE_DN = "DC=corp,DC=example";
    public static final String SERVICE_DN = "CN=svc,DC=corp,DC=example";

    public TestConfig(String url, String bindPassword, Path certificate, Path state, boolean requirePolicyHints) {
        this(
                url,
                bindPassword,
                certificate,
                state,
                requirePolicyHints,
                STATE_PASSWORD,
                URI.create("http://localhost:1"),
                Optional.empty());
    }

    /** With another password for the state. */
    public TestConfig withStatePassword(String other) {
        return new TestConfig(url, bindPassword, certificate, state, requirePolicyHints, other, resetUrl, tokenFile);
    }

    /** Of an agent that speaks to this reset-service. */
    public TestConfig withResetUrl(URI other) {
        return new TestConfig(
                url, bindPassword, certificate, state, requirePolicyHints, statePassword, other, tokenFile);
    }

    public TestConfig withTokenFile(Path other) {
        return new TestConfig(
                url, bindPassword, certificate, state, requirePolicyHints, statePassword, resetUrl, Optional.of(other));
    }

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
    public Onboarding onboarding() {
        return () -> tokenFile;
    }

    @Override
    public Key key() {
        return () -> KEY_LIFETIME;
    }

    @Override
    public Reset reset() {
        return new Reset() {
            @Override
            public URI url() {
                return resetUrl;
            }

            @Override
            public boolean insecure() {
                return true;
            }
        };
    }

    @Override
    public Sync sync() {
        return new Sync() {
            @Override
            public boolean enabled() {
                return false;
            }

            @Override
            public Duration every() {
                return Duration.ofMinutes(30);
            }

            @Override
            public String filter() {
                return "(&(objectCategory=person)(objectClass=user))";
            }
        };
    }

    @Override
    public Agent agent() {
        return new Agent() {
            @Override
            public String name() {
                return "agent-1";
            }

            @Override
            public Path state() {
                return state;
            }

            @Override
            public String statePassword() {
                return statePassword;
            }
        };
    }

    @Override
    public Ldap ldap() {
        return new Ldap() {
            @Override
            public List<String> urls() {
                return List.of(url.split(",", -1));
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
            public Optional<Path> certificate() {
                return Optional.ofNullable(certificate);
            }
        };
    }
}
