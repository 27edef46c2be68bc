package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResetConfigTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "SSPR_SIGNING_KEY", "/keys/reset.jwk",
            "SSPR_SIGNING_PUBLIC_KEY", "/keys/reset.public.jwk",
            "SSPR_CODE_KEY", "/keys/code.jwk",
            "SSPR_NOTIFICATION_PUBLIC_KEY", "/keys/notification.public.jwk");

    @Test
    void readsEveryKeyByItsVariable() throws IOException {
        ResetConfig config = mapped(REQUIRED);

        assertThat(config.signingKey()).isEqualTo(Path.of("/keys/reset.jwk"));
        assertThat(config.signingPublicKey()).isEqualTo(Path.of("/keys/reset.public.jwk"));
        assertThat(config.codeKey()).isEqualTo(Path.of("/keys/code.jwk"));
        assertThat(config.notificationPublicKey()).isEqualTo(Path.of("/keys/notification.public.jwk"));
    }

    @Test
    void defaults_R_WB_22_R_FLW_03_R_PHN_10_R_EML_02_R_WB_31f() throws IOException {
        ResetConfig config = mapped(REQUIRED);

        assertThat(config.setupToken()).isEmpty();
        assertThat(config.agent().staleAfter()).isEqualTo(Duration.ofMinutes(11));
        assertThat(config.session().lifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.code().lifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.code().attempts()).isEqualTo(5);
        assertThat(config.writeback().expiresAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.writeback().grace()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void everyDefaultCanBeReplaced() throws IOException {
        // Given
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put("SSPR_SETUP_TOKEN", "set-up");
        environment.put("SSPR_AGENT_STALE_AFTER", "PT1M");
        environment.put("SSPR_SESSION_LIFETIME", "PT2M");
        environment.put("SSPR_CODE_LIFETIME", "PT3M");
        environment.put("SSPR_CODE_ATTEMPTS", "4");
        environment.put("SSPR_WRITEBACK_EXPIRES_AFTER", "PT5S");
        environment.put("SSPR_WRITEBACK_GRACE", "PT6S");

        // When
        ResetConfig config = mapped(environment);

        // Then
        assertThat(config.setupToken()).contains("set-up");
        assertThat(config.agent().staleAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.session().lifetime()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.code().lifetime()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.code().attempts()).isEqualTo(4);
        assertThat(config.writeback().expiresAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.writeback().grace()).isEqualTo(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SSPR_SIGNING_KEY", "SSPR_SIGNING_PUBLIC_KEY", "SSPR_CODE_KEY", "SSPR_NOTIFICATION_PUBLIC_KEY"})
    void noKeyHasADefault(String variable) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.remove(variable);

        assertThatThrownBy(() -> mapped(environment)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SSPR_HTTP_PORT, quarkus.http.port, 8080",
        "SSPR_KAFKA, kafka.bootstrap.servers, localhost:9092",
        "SSPR_DB_URL, quarkus.datasource.jdbc.url, jdbc:postgresql://localhost:5432/reset",
        "SSPR_DB_USER, quarkus.datasource.username, reset"
    })
    void takesVariableOrDefault(String variable, String property, String byDefault) throws IOException {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        assertThat(smallRye(environment).getValue(property, String.class)).isEqualTo(byDefault);

        environment.put(variable, "4711");
        assertThat(smallRye(environment).getValue(property, String.class)).isEqualTo("4711");
    }

    @Test
    void hasNoDefaultDatabasePassword() throws IOException {
        SmallRyeConfig config = smallRye(REQUIRED);

        assertThatThrownBy(() -> config.getValue("quarkus.datasource.password", String.class))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("SSPR_DB_PASSWORD");
    }

    private static ResetConfig mapped(Map<String, String> environment) throws IOException {
        return smallRye(environment).getConfigMapping(ResetConfig.class);
    }

    private static SmallRyeConfig smallRye(Map<String, String> environment) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new EnvConfigSource(environment, 300),
                        new PropertiesConfigSource(ResetConfigTest.class.getResource("/application.properties"), 250))
                .withMapping(ResetConfig.class)
                .withValidateUnknown(false)
                .build();
    }
}
