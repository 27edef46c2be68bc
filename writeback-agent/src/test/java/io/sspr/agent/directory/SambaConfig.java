package io.sspr.agent.directory;

import io.sspr.agent.AgentConfig;
import io.sspr.agent.TestConfig;
import io.sspr.sandbox.samba.DomainController;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The configuration of an agent that writes back to a Samba domain, with all that the domain controller tells. */
public record SambaConfig(
        List<String> urls,
        String bindDn,
        String bindPassword,
        String baseDn,
        Path certificatePath,
        String filter,
        boolean requirePolicyHints,
        TestConfig rest)
        implements AgentConfig {

    public static SambaConfig of(DomainController domain) {
        return new SambaConfig(
                List.of(domain.url()),
                domain.serviceDn(),
                domain.servicePassword(),
                domain.baseDn(),
                domain.certificate(),
                "(&(objectCategory=person)(objectClass=user))",
                false,
                new TestConfig(domain.url(), domain.servicePassword(), domain.certificate(), null, false));
    }

    SambaConfig at(String... otherUrls) {
        return new SambaConfig(
                List.of(otherUrls), bindDn, bindPassword, baseDn, certificatePath, filter, requirePolicyHints, rest);
    }

    SambaConfig trusting(Path other) {
        return new SambaConfig(urls, bindDn, bindPassword, baseDn, other, filter, requirePolicyHints, rest);
    }

    SambaConfig signingInAs(String otherDn, String password) {
        return new SambaConfig(urls, otherDn, password, baseDn, certificatePath, filter, requirePolicyHints, rest);
    }

    SambaConfig below(String otherDn) {
        return new SambaConfig(urls, bindDn, bindPassword, otherDn, certificatePath, filter, requirePolicyHints, rest);
    }

    SambaConfig serving(String otherFilter) {
        return new SambaConfig(
                urls, bindDn, bindPassword, baseDn, certificatePath, otherFilter, requirePolicyHints, rest);
    }

    SambaConfig requiringPolicyHints() {
        return new SambaConfig(urls, bindDn, bindPassword, baseDn, certificatePath, filter, true, rest);
    }

    @Override
    public String tenant() {
        return rest.tenant();
    }

    @Override
    public Duration heartbeat() {
        return rest.heartbeat();
    }

    @Override
    public Directory directory() {
        return () -> requirePolicyHints;
    }

    @Override
    public Onboarding onboarding() {
        return rest.onboarding();
    }

    @Override
    public Key key() {
        return rest.key();
    }

    @Override
    public Reset reset() {
        return rest.reset();
    }

    @Override
    public Agent agent() {
        return rest.agent();
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
                return rest.sync().every();
            }

            @Override
            public String filter() {
                return filter;
            }
        };
    }

    @Override
    public Ldap ldap() {
        return new Ldap() {
            @Override
            public List<String> urls() {
                return urls;
            }

            @Override
            public String bindDn() {
                return bindDn;
            }

            @Override
            public String bindPassword() {
                return bindPassword;
            }

            @Override
            public String baseDn() {
                return baseDn;
            }

            @Override
            public Optional<Path> certificate() {
                return Optional.ofNullable(certificatePath);
            }
        };
    }
}
