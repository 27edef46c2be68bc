package io.sspr.agent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the agent sees of its rights and of the policy in a real domain, in which there is nobody at first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SambaRightsIT extends SambaFixture {
    private static final String CLERK_PASSWORD = "Cl3rk-Passw0rd!";
    private static final String RESET_PASSWORD = "CR;00299570-246d-11d0-a768-00aa006e0529";
    private static final String FOR_USERS = "bf967aba-0de6-11d0-a285-00aa003049e2";

    @Test
    @Order(1)
    void domainOfNobodyIsNoFault_R_WB_12() {
        assertThat(directory().check()).isEmpty();
    }

    @Test
    @Order(2)
    void serviceAccountWithItsGrantsIsInOrder_R_WB_12() {
        // Given
        person();

        // Then
        assertThat(directory().check()).isEmpty();
    }

    @Test
    @Order(3)
    void namesEachRightThatIsMissing_R_WB_12_R_EVT_33004() {
        // Given
        person();
        String clerk = domain.accounts().createIn("CN=Users," + domain.baseDn(), "clerk", "Clerk", CLERK_PASSWORD);
        SambaConfig config = SambaConfig.of(domain).signingInAs(clerk, CLERK_PASSWORD);

        // Then
        assertThat(missing(config)).isEqualTo("Reset Password, lockoutTime, pwdLastSet");
        grant(RESET_PASSWORD, clerk);
        assertThat(missing(config)).isEqualTo("lockoutTime, pwdLastSet");
        grant("WP;28630ebf-41d5-11d1-a9c1-0000f80367c1", clerk);
        assertThat(missing(config)).isEqualTo("pwdLastSet");
        grant("WP;bf967a0a-0de6-11d0-a285-00aa003049e2", clerk);
        assertThat(directory(config).check()).isEmpty();
    }

    @Test
    @Order(4)
    void fineGrainedPolicyOverridesTheDomains_R_ADP_01() throws Exception {
        // Given
        String dn = person();
        policy("create", "strict", "1", "--min-pwd-length=20", "--min-pwd-age=0");
        policy("apply", "strict", domain.accounts().value(dn, "sAMAccountName"));
        SambaConfig config = SambaConfig.of(domain);
        OnPremisesDirectory directory = directory(config);
        OnPremisesDirectory reading =
                directory(config.signingInAs(domain.administratorDn(), domain.administratorPassword()));

        // Then: the service account may not read the policy, and the domain refuses; who may read it knows beforehand
        assertThat(reset(directory, dn, NEW).orElseThrow().evidence())
                .containsEntry("rule", "DIRECTORY")
                .containsEntry("adCode", "0000052D");
        assertThat(reset(reading, dn, NEW).orElseThrow().evidence()).containsEntry("rule", "LENGTH");
        assertThat(reset(directory, dn, Secret.of("Long-enough-Passw0rd!"))).isEmpty();
    }

    @Test
    @Order(5)
    void deniedRightOutweighsTheGrant_R_WB_12() {
        // Given
        person();
        SambaConfig config = SambaConfig.of(domain);
        add("OD", RESET_PASSWORD, domain.serviceDn());

        // Then
        assertThat(missing(config)).isEqualTo("Reset Password");
        assertThat(verdictOnReset(directory(config), person())).isEqualTo(WritebackVerdict.NO_RIGHTS);
    }

    @Test
    @Order(6)
    void passwordIsSetAtTheTimeOfTheAgentsClock_R_WB_31f() throws Exception {
        // Given
        Instant before = Instant.now();
        OnPremisesDirectory directory = directory();
        DirectoryAccount account = directory.find(anchor(person()));

        // Then
        assertThat(directory.passwordSetAt(account).orElseThrow())
                .isBetween(before.minusSeconds(2), Instant.now().plus(Duration.ofSeconds(2)));
    }

    private String missing(SambaConfig config) {
        Refusal refusal = directory(config).check().orElseThrow();
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.NO_RIGHTS);
        return refusal.evidence().get("missing").toString();
    }

    private static void grant(String right, String dn) {
        add("OA", right, dn);
    }

    private static void add(String type, String right, String dn) {
        String sid = Sid.of(domain.accounts().bytes(dn, "objectSid")).toString();
        String entry = "(" + type + ";CIIO;" + right + ";" + FOR_USERS + ";" + sid + ")";
        domain.tool("dsacl", "set", "--objectdn=" + domain.accounts().peopleDn(), "--sddl=" + entry);
    }

    private static void policy(String... arguments) {
        List<String> command = new ArrayList<>(List.of("domain", "passwordsettings", "pso"));
        command.addAll(List.of(arguments));
        domain.tool(command.toArray(String[]::new));
    }
}
