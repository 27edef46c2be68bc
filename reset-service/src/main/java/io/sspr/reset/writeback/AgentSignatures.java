package io.sspr.reset.writeback;

import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Signature;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;

/** Tells whether a message comes from an agent of the tenant that it names. */
@ApplicationScoped
class AgentSignatures {
    private final Tenants tenants;

    AgentSignatures(Tenants tenants) {
        this.tenants = tenants;
    }

    /** @throws BrokenSealException if the tenant's agents did not sign these bytes */
    @Transactional
    void verify(String tenant, byte[] signature, byte[] body) throws BrokenSealException {
        Optional<PublicJsonWebKey> key = tenants.findByIdOptional(tenant).flatMap(Tenant::agentSigning);
        if (key.isEmpty()) {
            throw BrokenSealException.unknownWriter();
        }
        Signature.verify(signature, body, key.get());
    }
}
