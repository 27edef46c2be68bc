package io.sspr.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoTenantTest {
    @ParameterizedTest
    @EnumSource
    void importsEverybodyAndTheAdministrator(DemoTenant tenant) {
        JsonNode document = tenant.importDocument(TextNode::valueOf);

        assertThat(document.path("tenant").path("policy").path("ssprEnabled").asText())
                .isIn("ALL", "SELECTED", "NONE");
        assertThat(tenant.accounts()).isNotEmpty();
        assertThat(document.path("accounts")).hasSize(tenant.accounts().size() + 1);
    }

    @Test
    void everybodyBelongsToOneOfThem() {
        assertThat(DemoAccounts.ALL)
                .allSatisfy(
                        account -> assertThat(DemoTenant.of(account).accounts()).contains(account));
    }

    @Test
    void contosoHasChosenItsGroup_R_CFG_02() {
        assertThat(DemoTenant.CONTOSO.policy().path("ssprGroupId").asText()).isEqualTo(DemoAccounts.SSPR_GROUP);
    }

    @Test
    void onlyKeysOfAgentsThatDoNotLiveAreImported_R_WB_20() {
        assertThat(agent(DemoTenant.TAILSPIN).path("signingKey").asText()).isEqualTo("agent-tailspin-signing");
        assertThat(agent(DemoTenant.CONTOSO).isMissingNode()).isTrue();
        assertThat(agent(DemoTenant.LITWARE).isMissingNode()).isTrue();
    }

    @Test
    void anAliasIsImportedAsAnotherAddress_R_UID_02() {
        DemoAccount lily = DemoAccounts.named("lily");
        JsonNode rows = DemoTenant.LITWARE.importDocument(TextNode::valueOf).path("accounts");

        assertThat(rows.path(0).path("proxyAddresses").path(0).asText()).isEqualTo("smtp:" + lily.alias());
        assertThat(rows.path(1).has("proxyAddresses")).isFalse();
    }

    private static JsonNode agent(DemoTenant tenant) {
        return tenant.importDocument(TextNode::valueOf).path("tenant").path("agent");
    }
}
