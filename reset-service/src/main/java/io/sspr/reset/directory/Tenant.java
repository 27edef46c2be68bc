package io.sspr.reset.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** One organisation: its name, its reset policy and the public keys of its on-premises agents. */
@Entity
public class Tenant {
    @Id
    String id;

    @Column(name = "display_name")
    String displayName;

    @Embedded
    TenantPolicy policy;

    @Column(name = "agent_encryption_key")
    String agentEncryptionKey;

    @Column(name = "agent_signing_key")
    String agentSigningKey;

    protected Tenant() {}

    Tenant(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public TenantPolicy policy() {
        return policy;
    }

    /** Whether an agent has exchanged keys with the cloud side. */
    public boolean isOnboarded() {
        return agentEncryptionKey != null && agentSigningKey != null;
    }

    /** The key to which passwords are sealed; empty until an agent is onboarded. */
    public Optional<PublicJsonWebKey> agentEncryption() {
        return parse(agentEncryptionKey);
    }

    /** The key that proves an agent's messages; empty until an agent is onboarded. */
    public Optional<PublicJsonWebKey> agentSigning() {
        return parse(agentSigningKey);
    }

    private static Optional<PublicJsonWebKey> parse(String jwk) {
        if (jwk == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(PublicJsonWebKey.Factory.newPublicJwk(jwk));
        } catch (JoseException e) {
            throw new IllegalStateException("a key that the import accepted cannot be read", e);
        }
    }
}
