package io.sspr.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.sspr.contract.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentConfigTest {
    private static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("SSPR_TENANT", "contoso"),
            Map.entry("SSPR_AGENT_NAME", "agent-1"),
            Map.entry("SSPR_AGENT_STATE", "/state"),
            Map.entry("SSPR_AGENT_STATE_PASSWORD", "a-long-password-indeed"),
            Map.entry("SSPR_RESET_URL", "https://sspr.example"),
            Map.entry("SSPR_LDAP_URL", "ldaps://dc1.example,ldaps://dc2.example:3269"),
            Map.entry("SSPR_LDAP_BIND_DN", "CN=svc"),
            Map.entry("SSPR_LDAP_BIND_PASSWORD", "secret"),
            Map.entry("SSPR_LDAP_BASE_DN", "DC=example"),
            Map.entry("SSPR_DB_PASSWORD", "secret"));

    @Test
    void readsEveryVariableByItsName() {
        // When
        AgentConfig config = config(REQUIRED);

        // Then
        assertThat(config.tenant()).isEqualTo("contoso");
        assertThat(config.agent().name()).isEqualTo("agent-1");
        assertThat(config.agent().state()).isEqualTo(Path.of("/state"));
        assertThat(config.agent().statePassword()).isEqualTo("a-long-password-indeed");
        assertThat(config.reset().url()).isEqualTo(URI.create("https://sspr.example"));
        assertThat(config.ldap().urls()).containsExactly("ldaps://dc1.example", "ldaps://dc2.example:3269");
        assertThat(config.ldap().bindDn()).isEqualTo("CN=svc");
        assertThat(config.ldap().bindPassword()).isEqualTo("secret");
        assertThat(config.ldap().baseDn()).isEqualTo("DC=example");
    }

    @Test
    void defaults_R_WB_22_R_WB_24_R_ADP_08() {
        // When
        AgentConfig config = config(REQUIRED);

        // Then
        assertThat(config.heartbeat()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.directory().requirePolicyHints()).isTrue();
        assertThat(config.onboarding().tokenFile()).isEmpty();
        assertThat(config.key().lifetime()).isEqualTo(Duration.ofDays(182));
        assertThat(config.reset().insecure()).isFalse();
        assertThat(config.ldap().certificate()).isEmpty();
        assertThat(config.sync().enabled()).isFalse();
        assertThat(config.sync().every()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.sync().filter()).isEqualTo("(&(objectCategory=person)(objectClass=user))");
    }

    @Test
    void defaultsCanBeReplaced_R_WB_22_R_WB_24_R_ADP_08() {
        // Given
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put("SSPR_HEARTBEAT", "PT10S");
        environment.put("SSPR_DIRECTORY_REQUIRE_POLICY_HINTS", "false");
        environment.put("SSPR_ONBOARDING_TOKEN_FILE", "/run/token");
        environment.put("SSPR_KEY_LIFETIME", "P90D");
        environment.put("SSPR_RESET_INSECURE", "true");
        environment.put("SSPR_LDAP_CERTIFICATE", "/keys/dc1.pem");
        environment.put("SSPR_SYNC_ENABLED", "true");
        environment.put("SSPR_SYNC_EVERY", "PT5M");
        environment.put("SSPR_SYNC_FILTER", "(objectClass=user)");

        // When
        AgentConfig config = config(environment);

        // Then
        assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.directory().requirePolicyHints()).isFalse();
        assertThat(config.onboarding().tokenFile()).contains(Path.of("/run/token"));
        assertThat(config.key().lifetime()).isEqualTo(Duration.ofDays(90));
        assertThat(config.reset().insecure()).isTrue();
        assertThat(config.ldap().certificate()).contains(Path.of("/keys/dc1.pem"));
        assertThat(config.sync().enabled()).isTrue();
        assertThat(config.sync().every()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.sync().filter()).isEqualTo("(objectClass=user)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSPR_TENANT",
                "SSPR_AGENT_NAME",
                "SSPR_AGENT_STATE",
                "SSPR_AGENT_STATE_PASSWORD",
                "SSPR_RESET_URL",
                "SSPR_LDAP_URL",
                "SSPR_LDAP_BIND_DN",
                "SSPR_LDAP_BIND_PASSWORD",
                "SSPR_LDAP_BASE_DN"
            })
    void everythingElseMustBeGiven_A22(String variable) {
        // Given
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.remove(variable);

        // Then
        assertThatThrownBy(() -> config(environment)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void listensToTheRequestsOfItsTenantOnly_R_WB_21() {
        assertThat(smallRye(REQUIRED).getValue("mp.messaging.incoming.writeback-requests.topic", String.class))
                .isEqualTo(Topics.WRITEBACK_REQUESTS.of("contoso"));
    }

    private static AgentConfig config(Map<String, String> environment) {
        return smallRye(environment).getConfigMapping(AgentConfig.class);
    }

    private static SmallRyeConfig smallRye(Map<String, String> environment) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(
                            new EnvConfigSource(environment, 300),
                            new PropertiesConfigSource(
                                    AgentConfigTest.class.getResource("/application.properties"), 250))
                    .withMapping(AgentConfig.class)
                    .withValidateUnknown(false)
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
