package io.sspr.e2e;

import static org.awaitility.Awaitility.await;

import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What the agent says of itself reaches the audit log. */
class AgentLifeIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Http AUDIT = new Http(SYSTEM.auditService());

    @Test
    void aRestartIsInTheAuditLog_R_WB_26_R_EVT_31015_R_EVT_31016() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        SYSTEM.processes().writebackAgent().restart();

        await("the lines of the restart")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> eventsSince(before),
                        events -> events.contains("WriteBackServiceStopped")
                                && events.contains("WriteBackServiceStarted"));
        SYSTEM.tour().seed();
    }

    private static String eventsSince(Instant time) {
        String filter = "activityDisplayName eq 'Writeback agent event' and activityDateTime ge " + time;
        String path = "/api/v1/auditLogs/directoryAudits?%24top=200&%24filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        return AUDIT.get(path, SYSTEM.administratorOf(DemoTenant.CONTOSO))
                .body()
                .toString();
    }
}
