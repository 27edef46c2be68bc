package io.sspr.reset.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Global Administrator",
                "Helpdesk Administrator",
                "Service Support Administrator",
                "Billing Administrator",
                "Partner Tier1 Support",
                "Partner Tier2 Support",
                "Exchange Administrator",
                "Skype for Business Administrator",
                "User Administrator",
                "Directory Writers",
                "SharePoint Administrator",
                "Compliance Administrator",
                "Application Administrator",
                "Security Administrator",
                "Privileged Role Administrator",
                "Intune Administrator",
                "Application Proxy Service Administrator",
                "Dynamics 365 Administrator",
                "Power BI Service Administrator",
                "Authentication Administrator",
                "Privileged Authentication Administrator",
                "Password Administrator",
                "Directory Synchronization Accounts",
                "Email Verified User Creator",
                "Customer LockBox Access Approver",
                "Microsoft Hardware Warranty Administrator",
                "Yammer Administrator"
            })
    void listedRolesBindToTwoGates_R_ADM_02(String role) {
        assertThat(Role.isAdministrator(List.of(role))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contoso Shop Floor Operator", "", "Security Reader Plus"})
    void unknownAndCustomRolesBindToo_R_ADM_02(String role) {
        assertThat(Role.isAdministrator(List.of(role))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Directory Readers", "Reports Reader", "Security Reader", "Global Reader"})
    void readOnlyRolesAreOrdinaryUsers_R_ADM_03(String role) {
        assertThat(Role.isAdministrator(List.of(role))).isFalse();
    }

    @Test
    void oneRoleThatWritesIsEnough_R_ADM_02() {
        assertThat(Role.isAdministrator(List.of("Security Reader", "User Administrator")))
                .isTrue();
    }

    @Test
    void nobodyWithoutARoleIsAnAdministrator_R_ACT_01() {
        assertThat(Role.isAdministrator(List.of())).isFalse();
    }
}
