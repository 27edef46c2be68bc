package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.e2e.RawHttp.Answer;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.ResetClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A user asks the administrators for help, on the running system: from the button to their mailbox and to the audit log. */
class HelpIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final RawHttp RESET = new RawHttp(SYSTEM.resetService());

    @Test
    void administratorsGetAMailAndTheAuditLogTellsOfIt_R_HLP_05_R_HLP_08_R_AUD_43() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        String administrator = DemoTenant.CONTOSO.administrator();
        int seen = SYSTEM.tour().outside().countMessages(administrator);
        ResetClient reset = SYSTEM.client(cleo);
        reset.begin(cleo.upn());
        reset.sendCode("EMAIL", null);

        Answer answer = RESET.send("POST", reset.path("/contact-admin"), null, reset.headers());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("sent").asBoolean()).isTrue();
        JsonNode mail = SYSTEM.tour().outside().awaitMessage(administrator, seen);
        assertThat(mail.path("text").asText()).contains(cleo.upn(), reset.supportCode());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(SYSTEM.audit(cleo, reset.supportCode()))
                        .extracting(line -> line.path("resultReason").asText())
                        .contains("Contacted admin after trying email"));
    }
}
