package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.e2e.RawHttp.Answer;
import io.sspr.sandbox.demo.DemoTenant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How agents are let in, as administrators see it. */
class OnboardingIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final RawHttp RESET = new RawHttp(SYSTEM.resetService());
    private static final String AGENTS = "/api/v1/admin/agents";
    private static final String TOKENS = AGENTS + "/onboarding-tokens";

    @Test
    void theTourLeavesAnAgentAloneThatIsOnboarded_R_WB_20() {
        JsonNode before = SYSTEM.tour().staff().agents(DemoTenant.CONTOSO);

        SYSTEM.tour().seed();

        assertThat(before.path("agents")).hasSize(1);
        assertThat(SYSTEM.tour().staff().agents(DemoTenant.CONTOSO).findValues("keys"))
                .isEqualTo(before.findValues("keys"));
        assertThat(SYSTEM.processes().onboardingToken()).doesNotExist();
    }

    @Test
    void agentsAreThoseOfTheOwnTenant_R_WB_21() {
        Map<String, String> northwind = SYSTEM.administratorOf(DemoTenant.NORTHWIND);

        assertThat(RESET.get(AGENTS, northwind).body().path("agents")).isEmpty();
        assertThat(RESET.send("POST", TOKENS, null, northwind)
                        .body()
                        .path("tenant")
                        .asText())
                .isEqualTo("northwind");
        assertThat(RESET.send("DELETE", AGENTS + "/agent-1", null, northwind).code())
                .isEqualTo("NotFound");
        assertThat(SYSTEM.tour().staff().agents(DemoTenant.CONTOSO).path("agents"))
                .hasSize(1);
    }

    @Test
    void aTokenAloneLetsNobodyIn_R_WB_20() {
        String token = RESET.send("POST", TOKENS, null, SYSTEM.administratorOf(DemoTenant.NORTHWIND))
                .body()
                .path("token")
                .asText();
        String body = "{\"token\": \"" + token + "\", \"agent\": \"agent-9\", " + AgentKeys.MEMBERS + "}";

        Answer unsigned = RESET.send("POST", "/api/v1/agents", body, Map.of());

        assertThat(token).isNotEmpty();
        assertThat(unsigned.code()).isEqualTo("AgentNotRecognised");
        assertThat(RESET.get(AGENTS, SYSTEM.administratorOf(DemoTenant.NORTHWIND))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("NOT_CONFIGURED");
    }
}
