package io.sspr.sandbox.samba;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.DirectoryKind;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.tour.Outside;
import java.net.URI;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo accounts in a real domain. */
@Tag("samba")
class SambaDemoIT {
    private static final String ADDRESS = "127.0.0.4";
    private static final URI NOWHERE = URI.create("http://localhost:1");

    private static DomainController domain;
    private static Outside outside;
    private static DemoDomain demo;

    @BeforeAll
    static void start(@TempDir Path folder) {
        Assumptions.assumeThat(DomainController.isInstalled()).isTrue();
        domain = DomainController.start(folder, ADDRESS);
        URI server = URI.create(domain.url());
        outside = new Outside(NOWHERE, server, domain.certificate(), DirectoryKind.SAMBA);
        demo = new DemoDomain(server, domain.certificate());
    }

    @AfterAll
    static void stop() {
        if (domain != null) {
            domain.close();
        }
    }

    @BeforeEach
    void seed() {
        demo.seed(DemoAccounts.ALL);
    }

    @ParameterizedTest
    @CsvSource({"petra, true", "rita, true", "paul, true", "twyla, true", "dora, false", "lena, false", "gil, false"})
    void whoIsEnabledSignsInWithTheFirstPassword(String name, boolean signsIn) {
        DemoAccount account = DemoAccounts.named(name);

        assertThat(outside.bind(account.upn(), account.initialPassword())).isEqualTo(signsIn);
    }

    @Test
    void seedingAgainPutsEverythingBack() {
        DemoAccount petra = DemoAccounts.named("petra");
        String dn = DomainPerson.of(petra).dn();
        domain.accounts().setPassword(dn, "An0ther-Passw0rd!");
        domain.accounts().set(dn, "adminCount", "1");
        domain.accounts().set(dn, "userAccountControl", "514");

        demo.seed(DemoAccounts.ALL);

        assertThat(outside.bind(petra.upn(), petra.initialPassword())).isTrue();
        assertThat(outside.bind(petra.upn(), "An0ther-Passw0rd!")).isFalse();
        assertThat(domain.accounts().value(dn, "adminCount")).isEqualTo("0");
    }

    @Test
    void aFormerPasswordIsOfNoUseAnyMore() {
        DemoAccount tom = DemoAccounts.named("tom");

        domain.accounts().setPassword(DomainPerson.of(tom).dn(), "An0ther-Passw0rd!");

        assertThat(outside.bind(tom.upn(), tom.initialPassword())).isFalse();
        assertThat(outside.bind(tom.upn(), "An0ther-Passw0rd!")).isTrue();
    }

    @Test
    void twinsShareTheirAnchor_R_WB_10() {
        DemoAccount twyla = DemoAccounts.named("twyla");

        assertThat(domain.accounts().bytes(DomainPerson.of(twyla).dn(), "mS-DS-ConsistencyGuid"))
                .isEqualTo(domain.accounts().bytes(DomainPerson.twinOf(twyla).dn(), "mS-DS-ConsistencyGuid"));
    }

    @Test
    void whoMustChangeThePasswordIsTold_R_WB_45() {
        DemoAccount hana = DemoAccounts.named("hana");

        domain.accounts().set(DomainPerson.of(hana).dn(), "pwdLastSet", "0");

        assertThat(outside.mustChange(hana.upn(), hana.initialPassword())).isTrue();
    }
}
