package io.sspr.reset.agent;

import java.time.Instant;

/**
 * An agent takes its leave.
 *
 * @param tenant as in the address, so that the signature covers it
 * @param agent as in the address
 * @param issuedAt when the agent says this; within 5 minutes of now
 */
record OffboardingRequest(String tenant, String agent, Instant issuedAt) {
    boolean isAbout(String itsTenant, String itsName) {
        return itsTenant.equals(tenant) && itsName.equals(agent);
    }
}
