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
                "AdHoc License Administrator",
                "Application Administrator",
                "Application Proxy Service Administrator",
                "Attack Simulation Administrator",
                "Attribute Assignment Administrator",
                "Attribute Definition Administrator",
                "Attribute Log Administrator",
                "Authentication Administrator",
                "Authentication Extensibility Administrator",
                "Authentication Policy Administrator",
                "Azure DevOps Administrator",
                "Azure Information Protection Administrator",
                "B2C IEF Keyset Administrator",
                "B2C IEF Policy Administrator",
                "Billing Administrator",
                "Cloud App Security Administrator",
                "Cloud Device Administrator",
                "Compliance Administrator",
                "Compliance Data Administrator",
                "Conditional Access Administrator",
                "Customer LockBox Access Approver",
                "Desktop Analytics Administrator",
                "Device Administrators",
                "Directory Synchronization Accounts",
                "Directory Writers",
                "Domain Name Administrator",
                "Dynamics 365 Administrator",
                "Dynamics 365 Business Central Administrator",
                "Edge Administrator",
                "Email Verified User Creator",
                "Exchange Administrator",
                "Exchange Recipient Administrator",
                "External ID User Flow Administrator",
                "External ID User Flow Attribute Administrator",
                "External Identity Provider Administrator",
                "Global Administrator",
                "Global Secure Access Administrator",
                "Groups Administrator",
                "Helpdesk Administrator",
                "Hybrid Identity Administrator",
                "Identity Governance Administrator",
                "Insights Administrator",
                "Intune Administrator",
                "Knowledge Administrator",
                "License Administrator",
                "Lifecycle Workflows Administrator",
                "Mailbox Administrator",
                "Microsoft Entra Joined Device Local Administrator",
                "Microsoft Hardware Warranty Administrator",
                "Microsoft365 Migration Administrator",
                "Modern Commerce Administrator",
                "Network Administrator",
                "Office Apps Administrator",
                "Organizational Branding Administrator",
                "Partner Tier1 Support",
                "Partner Tier2 Support",
                "Password Administrator",
                "Permissions Management Administrator",
                "Power BI Service Administrator",
                "Power Platform Administrator",
                "Printer Administrator",
                "Privileged Authentication Administrator",
                "Privileged Role Administrator",
                "Search Administrator",
                "Security Administrator",
                "Service Support Administrator",
                "SharePoint Administrator",
                "Skype for Business Administrator",
                "Teams Administrator",
                "Teams Communications Administrator",
                "Teams Devices Administrator",
                "User Administrator",
                "Virtual Visits Administrator",
                "Viva Goals Administrator",
                "Viva Pulse Administrator",
                "Windows365 Administrator",
                "Windows Update Deployment Administrator",
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
    @ValueSource(
            strings = {
                "Directory Readers",
                "Reports Reader",
                "Security Reader",
                "Global Reader",
                "Message Center Reader",
                "Usage Summary Reports Reader"
            })
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
