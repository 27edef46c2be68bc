package io.sspr.reset.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.reset.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How an agent introduces itself.
 *
 * @param token what an administrator gave to it
 * @param agent the name under which it wants to be known: 1 to 63 of letters, digits, dots, hyphens and underscores, the first one a letter or digit
 * @param encryptionKey public RSA key as JWK, to which passwords will be sealed
 * @param signingKey public EC P-256 key as JWK, which will prove its messages
 */
record OnboardingRequest(String token, String agent, JsonNode encryptionKey, JsonNode signingKey) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (token == null) {
            faults.add(new Fault("token", "import.missing"));
        }
        if (agent == null || !NAME.matcher(agent).matches() || agent.equals(AgentKey.IMPORTED)) {
            faults.add(new Fault("agent", "agent.name"));
        }
        faults.addAll(PublicKeys.faults(encryptionKey, signingKey, ""));
        return faults;
    }

    PublicKeys keys() {
        return PublicKeys.of(encryptionKey, signingKey);
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "OnboardingRequest[agent=" + agent + "]";
    }
}
