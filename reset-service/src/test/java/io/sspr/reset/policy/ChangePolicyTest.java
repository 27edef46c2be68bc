package io.sspr.reset.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sspr.contract.Person;
import io.sspr.contract.policy.PolicyChangeRefused;
import io.sspr.contract.policy.PolicyChanged;
import io.sspr.contract.policy.PolicyChanged.Change;
import io.sspr.contract.policy.WritebackSwitched;
import io.sspr.outbox.RememberedFacts;
import io.sspr.reset.agent.AgentKeys;
import io.sspr.reset.agent.TestAgentKeys;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.policy.ChangePolicy.Result;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.problem.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePolicyTest {
    private static final Person HELEN = new Person(UUID.randomUUID(), "Helen", "helen@contoso.example", "203.0.113.8");

    private final RememberedFacts outbox = new RememberedFacts();
    private AgentKeys agentKeys = TestAgentKeys.onboarded(TestDirectory.TENANT);
    private Tenant tenant = TestDirectory.tenant(TenantPolicy.DEFAULT);
    private Groups groups = TestDirectory.groups(true, true, Licence.ENTRA_P1);

    @Test
    void isInForceAtOnce_R_CFG_01() {
        Result result = change("{'ssprEnabled': 'ALL'}");

        assertThat(tenant.policy().ssprEnabled()).isEqualTo(Scope.ALL);
        assertThat(result.policy()).isEqualTo(tenant.policy());
        assertThat(result.faults()).isEmpty();
    }

    @Test
    void namingAnotherGroupReplacesTheFormer_R_CFG_02() {
        change("{'ssprEnabled': 'SELECTED', 'ssprGroupId': 'staff'}");

        change("{'ssprGroupId': 'shop'}");

        assertThat(tenant.policy().scopeGroup()).contains("shop");
    }

    @Test
    void groupHasToExistWhenItIsChosen_R_CFG_02() {
        groups = TestDirectory.groups(false, false);

        assertThat(change("{'ssprGroupId': 'nowhere'}").faults())
                .containsExactly(new Fault("ssprGroupId", "policy.noSuchGroup"));
    }

    @Test
    void groupThatWasDeletedLaterKeepsNobodyFromChangingTheRest_R_CFG_02() {
        change("{'ssprGroupId': 'staff'}");
        groups = TestDirectory.groups(false, false);

        assertThat(change("{'methodsRequired': 2}").faults()).isEmpty();
    }

    @Test
    void selectedIsAllowedWithoutAGroup_R_CFG_02() {
        assertThat(change("{'ssprEnabled': 'SELECTED'}").faults()).isEmpty();
    }

    @Test
    void reconfirmDaysAreEditableWhileRegistrationIsRequired_R_CFG_13() {
        assertThat(change("{'reconfirmDays': 90}").faults()).isEmpty();
        assertThat(change("{'registrationRequired': false, 'reconfirmDays': 30}")
                        .faults())
                .containsExactly(new Fault("reconfirmDays", "policy.needsRegistration"));

        change("{'registrationRequired': false}");

        assertThat(change("{'reconfirmDays': 30}").faults())
                .containsExactly(new Fault("reconfirmDays", "policy.needsRegistration"));
        assertThat(tenant.policy().reconfirmDays()).isEqualTo(90);
    }

    @Test
    void registrationAndItsDaysMayBeSwitchedOnTogether_R_CFG_12_R_CFG_13() {
        change("{'registrationRequired': false}");

        assertThat(change("{'registrationRequired': true, 'reconfirmDays': 0}").faults())
                .isEmpty();
    }

    @Test
    void writebackIsSwitchedAfterAnAgentWasOnboarded_R_CFG_17() {
        assertThat(change("{'writebackEnabled': true}").faults()).isEmpty();
        assertThat(tenant.policy().writebackEnabled()).isTrue();
        assertThat(outbox.facts()).contains(new WritebackSwitched(HELEN, true));

        agentKeys = new TestAgentKeys();
        tenant = TestDirectory.tenant(TenantPolicy.DEFAULT);

        assertThat(change("{'writebackEnabled': true}").faults())
                .containsExactly(new Fault("writebackEnabled", "policy.needsAgent"));
    }

    @Test
    void writebackGoesOffAndOnWithoutOnboardingAgain_R_CFG_17_R_WB_27() {
        change("{'writebackEnabled': true}");

        change("{'writebackEnabled': false}");

        assertThat(tenant.policy().writebackEnabled()).isFalse();
        assertThat(change("{'writebackEnabled': true}").faults()).isEmpty();
    }

    @Test
    void ownTermsAreEnforcedWithAPremiumLicenceOnly_R_LIC_04_R_CFG_21() {
        groups = TestDirectory.groups(true, true, Licence.OFFICE_365_E5);

        assertThat(change("{'banned': {'custom': ['contoso']}}").faults()).isEmpty();
        assertThat(change("{'banned': {'enforceCustom': true}}").faults())
                .containsExactly(new Fault("banned.enforceCustom", "policy.needsPremium"));
    }

    @Test
    void ownTermsStayEditableAfterTheLicenceEnded_R_LIC_04() {
        change("{'banned': {'enforceCustom': true, 'custom': ['contoso']}}");
        groups = TestDirectory.groups(true, true);

        assertThat(change("{'banned': {'custom': []}}").faults()).isEmpty();
        assertThat(change("{'banned': {'enforceCustom': false}}").faults()).isEmpty();
    }

    @Test
    void otherLockoutValuesNeedAPremiumLicence_R_CFG_22_R_LIC_04() {
        groups = TestDirectory.groups(true, true);

        assertThat(change("{'lockout': {'threshold': 5}}").faults())
                .containsExactly(new Fault("lockout", "policy.needsPremium"));
        assertThat(change("{'lockout': {'threshold': 10, 'durationSec': 60}}").faults())
                .isEmpty();
    }

    @Test
    void ofTermsThatAreNormalisedTheSameOneIsKept_R_BAN_10() {
        change("{'banned': {'custom': ['Contoso', 'c0nt0s0', ' widget ']}}");

        assertThat(tenant.policy().banned().custom()).containsExactly("Contoso", "widget");
    }

    @Test
    void nullGivesASettingItsDefaultBack_R_CFG_05() {
        change("{'methodsRequired': 2, 'lockout': {'threshold': 5}}");

        change("{'methodsRequired': null, 'lockout': null}");

        assertThat(tenant.policy()).isEqualTo(TenantPolicy.DEFAULT);
    }

    @Test
    void saysWhoChangedWhatFromWhatToWhat_R_CFG_27() {
        change("{'methodsRequired': 2, 'helpdesk': {'custom': true, 'target': 'help@contoso.example'}}");

        assertThat(outbox.facts())
                .containsExactly(new PolicyChanged(
                        HELEN,
                        List.of(
                                new Change("helpdesk.custom", "false", "true"),
                                new Change("helpdesk.target", "null", "\"help@contoso.example\""),
                                new Change("methodsRequired", "1", "2"))));
    }

    @Test
    void saysWhoTriedAndWhichSettingsWereRefused_R_CFG_27() {
        Result result = change("{'methodsRequired': 3, 'reconfirmDays': 731, 'ssprEnabled': 'ALL'}");

        assertThat(result.faults()).hasSize(2);
        assertThat(tenant.policy()).isEqualTo(TenantPolicy.DEFAULT);
        assertThat(outbox.facts())
                .containsExactly(new PolicyChangeRefused(HELEN, List.of("methodsRequired", "reconfirmDays")));
    }

    @Test
    void ofVeryManyRefusedSettingsTheFirstFiftyAreNamed_R_CFG_27() {
        String terms = String.join("', '", Collections.nCopies(60, "abc"));

        Result result = change("{'banned': {'custom': ['" + terms + "']}}");

        assertThat(result.faults()).hasSize(60);
        List<String> named =
                IntStream.range(0, 50).mapToObj(i -> "banned.custom[" + i + "]").toList();
        assertThat(outbox.facts()).containsExactly(new PolicyChangeRefused(HELEN, named));
    }

    @Test
    void changingNothingIsNoChange_R_CFG_27() {
        change("{'methodsRequired': 1}");

        assertThat(outbox.facts()).isEmpty();
    }

    @Test
    void whoeverLookedAtAnOlderVersionChangesNothing_R_CFG_27() throws JsonProcessingException {
        Result result =
                changePolicy().change(TestDirectory.TENANT, TestPolicy.json("{'methodsRequired': 2}"), 7, HELEN);

        assertThat(result.isOutdated()).isTrue();
        assertThat(tenant.policy()).isEqualTo(TenantPolicy.DEFAULT);
        assertThat(outbox.facts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ssprEnabledd': 'ALL'}",
                "{'ssprEnabled': 'SOME'}",
                "{'methodsEnabled': ['CARRIER_PIGEON']}",
                "{'lockout': 3}",
                "{'banned': {'enforce': true}}"
            })
    void settingOrValueThatDoesNotExistIsAnError_R_CFG_01(String patch) {
        assertThatThrownBy(() -> changePolicy().change(TestDirectory.TENANT, TestPolicy.json(patch), null, HELEN))
                .isInstanceOf(JsonProcessingException.class);
    }

    private Result change(String patch) {
        try {
            return changePolicy().change(TestDirectory.TENANT, TestPolicy.json(patch), null, HELEN);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private ChangePolicy changePolicy() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);
        return new ChangePolicy(new OneTenant(), groups, agentKeys, outbox, TestPolicy.JSON, clock);
    }

    private final class OneTenant extends Tenants {
        @Override
        public Tenant lock(String id) {
            return tenant;
        }

        @Override
        public void flush() {}
    }
}
