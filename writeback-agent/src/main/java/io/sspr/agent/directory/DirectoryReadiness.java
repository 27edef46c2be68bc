package io.sspr.agent.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows whether the directory answered last. It never makes the agent unready: an agent whose directory is away still
 * answers, and at once, that it is (31034).
 */
@Readiness
@ApplicationScoped
class DirectoryReadiness implements HealthCheck {
    private final OnPremisesDirectory directory;

    DirectoryReadiness(OnPremisesDirectory directory) {
        this.directory = directory;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("on-premises directory").up().withData("server", directory.url());
        directory
                .lastFault()
                .ifPresent(fault -> response.withData("fault", fault.verdict().name())
                        .withData("ldapResult", String.valueOf(fault.evidence().get("ldapResult")))
                        .withData("cause", String.valueOf(fault.evidence().getOrDefault("cause", "none"))));
        return response.build();
    }
}
