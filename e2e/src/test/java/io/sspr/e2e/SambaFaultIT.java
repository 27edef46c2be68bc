package io.sspr.e2e;

import static io.sspr.e2e.SambaJourneyIT.hasDetail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.sandbox.DirectoryKind;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.launch.ServiceProcess;
import io.sspr.sandbox.samba.DomainController;
import io.sspr.sandbox.tour.Http.Answer;
import io.sspr.sandbox.tour.Outside;
import io.sspr.sandbox.tour.ResetClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real domain that cannot be reached is 30 for the user, 31034 for the administrator, and changes nothing; once it is back, nothing has to be restarted. */
@Tag("samba")
class SambaFaultIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.inDomain();
    private static final Outside OUTSIDE = SYSTEM.tour().outside();
    private static final DomainController DOMAIN = SYSTEM.processes().domainController();
    private static final ServiceProcess AGENT = SYSTEM.processes().writebackAgent();
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(35);
    private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(60);

    @Test
    void aFrozenDomainControllerIs30_R_EVT_31034() {
        DemoAccount frida = SYSTEM.seeded("frida");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(frida);
        String password = newPassword();
        DOMAIN.pause();

        Answer answer = submit(reset, password, DOMAIN::resume);

        isUnreachable(frida, reset, answer, "TIMEOUT");
        isUnchanged(frida, password);
        recovers(frida);
    }

    @Test
    void aKilledDomainControllerIs30_R_EVT_31034() {
        DemoAccount tom = SYSTEM.seeded("tom");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(tom);
        String password = newPassword();
        DOMAIN.kill();

        Answer answer = submit(reset, password, DOMAIN::restart);

        isUnreachable(tom, reset, answer, "REFUSED");
        isUnchanged(tom, password);
        recovers(tom);
    }

    @ParameterizedTest
    @CsvSource({"ldaps://127.0.0.4:637, REFUSED", "ldaps://dc1.corp.contoso.invalid:636, NAME"})
    void aWrongAddressIs30_R_EVT_31034(String url, String cause) {
        DemoAccount frida = SYSTEM.seeded("frida");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(frida);
        String password = newPassword();
        AGENT.stop();
        ServiceProcess astray = AGENT.another(
                "writeback-agent-astray", SYSTEM.processes().ports().writebackAgent(), Map.of("SSPR_LDAP_URL", url));
        astray.start();
        awaitAgent();

        Answer answer = submit(reset, password, () -> {
            astray.close();
            AGENT.start();
        });

        isUnreachable(frida, reset, answer, cause);
        isUnchanged(frida, password);
        recovers(frida);
    }

    @Test
    void anExpiredCertificateIs30_R_EVT_31034() {
        DemoAccount frida = SYSTEM.seeded("frida");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(frida);
        String password = newPassword();
        DOMAIN.presentExpiredCertificate();
        // Trusted by name, so that its age is all that is wrong with it.
        AGENT.restart();
        awaitAgent();

        Answer answer = submit(reset, password, () -> {
            DOMAIN.presentGoodCertificate();
            trustAgain();
            AGENT.restart();
        });

        isUnreachable(frida, reset, answer, "CERTIFICATE");
        isUnchanged(frida, password);
        recovers(frida);
    }

    /** Whatever comes of it, the domain is mended. */
    private static Answer submit(ResetClient reset, String password, Runnable mend) {
        try {
            return reset.submit(password);
        } finally {
            mend.run();
        }
    }

    private static void isUnreachable(DemoAccount account, ResetClient reset, Answer answer, String cause) {
        assertThat(answer.body().path("code").asText()).isEqualTo("SSPR_0030");
        assertThat(answer.took()).isLessThan(ENDS_WITHIN);
        await("event 31034 and its cause in the audit log")
                .atMost(Duration.ofSeconds(15))
                .until(
                        () -> SYSTEM.audit(account, reset.supportCode()),
                        audits -> hasDetail(audits, "EventId", "31034") && hasDetail(audits, "cause", cause));
    }

    private static void isUnchanged(DemoAccount account, String password) {
        assertThat(OUTSIDE.bind(account.upn(), password)).isFalse();
        assertThat(OUTSIDE.bind(account.upn(), account.initialPassword())).isTrue();
    }

    private static void recovers(DemoAccount account) {
        awaitAgent();
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(account);
        String password = newPassword();

        Answer answer = reset.submit(password);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(OUTSIDE.bind(account.upn(), password)).isTrue();
        assertThat(OUTSIDE.bind(account.upn(), account.initialPassword())).isFalse();
    }

    private static void awaitAgent() {
        await("the agent to be heard of")
                .atMost(RECOVERS_WITHIN)
                .until(() ->
                        SYSTEM.tour().staff().agentStatus(DemoTenant.CONTOSO).startsWith("UP"));
    }

    private static void trustAgain() {
        Path trusted = SYSTEM.processes().keys().folder().resolve(DirectoryKind.SAMBA.certificate());
        try {
            Files.copy(DOMAIN.certificate(), trusted, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String newPassword() {
        return SYSTEM.tour().journeys().newPassword();
    }
}
