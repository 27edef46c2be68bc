package io.sspr.reset.agent;

import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The agents' keys in memory, and keys with their private halves for whoever plays an agent. */
@Vetoed
public final class TestAgentKeys extends AgentKeys {
    private static final PublicJsonWebKey SOME_RSA = rsa("some-rsa");

    private final List<AgentKey> all = new ArrayList<>();

    public TestAgentKeys() {
        super(null);
    }

    /** Those of a tenant with an agent, whatever its keys are. */
    public static TestAgentKeys onboarded(String tenant) {
        TestAgentKeys keys = new TestAgentKeys();
        keys.register(tenant, "agent-1", SOME_RSA, ec("some-ec"));
        return keys;
    }

    public void register(String tenant, String agent, PublicJsonWebKey encryption, PublicJsonWebKey signing) {
        add(new PublicKeys(encryption, signing).registered(tenant, agent, Instant.EPOCH));
    }

    public static PublicJsonWebKey rsa(String kid) {
        try {
            return named(kid, RsaJwkGenerator.generateJwk(2048));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PublicJsonWebKey ec(String kid) {
        try {
            return named(kid, EcJwkGenerator.generateJwk(EllipticCurves.P256));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey named(String kid, PublicJsonWebKey key) {
        key.setKeyId(kid);
        return key;
    }

    @Override
    List<AgentKey> ofTenant(String tenant) {
        return all.stream().filter(key -> key.tenant().equals(tenant)).toList();
    }

    @Override
    void add(Collection<AgentKey> keys) {
        all.addAll(keys);
    }

    @Override
    void retire(String tenant, String agent, Instant now) {
        List<AgentKey> retired = Stream.concat(
                        all.stream().filter(key -> !key.agent().equals(agent)),
                        all.stream().filter(key -> key.agent().equals(agent)).map(key -> retired(key, now)))
                .toList();
        all.clear();
        all.addAll(retired);
    }

    @Override
    boolean remove(String tenant, String agent) {
        return all.removeIf(key -> key.tenant().equals(tenant) && key.agent().equals(agent));
    }

    private static AgentKey retired(AgentKey key, Instant now) {
        return key.isCurrent()
                ? new AgentKey(key.tenant(), key.agent(), key.use(), key.jwk(), key.registeredAt(), now)
                : key;
    }
}
