package io.sspr.agent.key;

import io.quarkus.runtime.Startup;
import io.sspr.agent.AgentConfig;
import jakarta.inject.Singleton;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The three keys of the agent. They are read once, at start: an agent whose keys are missing or of the wrong kind does
 * not start. Thread-safe. Source: R-WB-31a, R-WB-31b.
 */
@Startup
@Singleton
public class AgentKeys {
    private final PublicJsonWebKey sealing;
    private final PublicJsonWebKey signing;
    private final PublicJsonWebKey resetService;

    public AgentKeys(AgentConfig config) {
        sealing = new KeyFile("SSPR_AGENT_KEY", config.agent().key()).privateRsa();
        signing = new KeyFile("SSPR_AGENT_SIGNING_KEY", config.agent().signingKey()).privateP256();
        resetService = new KeyFile("SSPR_RESET_PUBLIC_KEY", config.reset().publicKey()).publicP256();
    }

    /** Opens what was sealed to this agent. */
    public PublicJsonWebKey sealing() {
        return sealing;
    }

    /** Signs what this agent says. */
    public PublicJsonWebKey signing() {
        return signing;
    }

    /** Verifies what reset-service says; holds no private half. */
    public PublicJsonWebKey resetService() {
        return resetService;
    }
}
