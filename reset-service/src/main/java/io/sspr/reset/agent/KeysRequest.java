package io.sspr.reset.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.reset.problem.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * New keys of an agent.
 *
 * @param encryptionKey public RSA key as JWK
 * @param signingKey public EC P-256 key as JWK
 * @param issuedAt when the agent says this; within 5 minutes of now
 */
record KeysRequest(JsonNode encryptionKey, JsonNode signingKey, Instant issuedAt) {
    List<Fault> faultsAt(Instant now) {
        List<Fault> faults = new ArrayList<>(PublicKeys.faults(encryptionKey, signingKey, ""));
        faults.addAll(IssuedAt.faultsOf(issuedAt, now));
        return faults;
    }

    PublicKeys keys() {
        return PublicKeys.of(encryptionKey, signingKey);
    }
}
