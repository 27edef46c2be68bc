package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.sspr.reset.ResetConfig.Oidc;
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
            "SSPR_SIGNING_KEY",
            "/keys/reset.jwk",
            "SSPR_SIGNING_PUBLIC_KEY",
            "/keys/reset.public.jwk",
            "SSPR_CODE_KEY",
            "/keys/code.jwk",
            "SSPR_NOTIFICATION_PUBLIC_KEY",
            "/keys/notification.public.jwk",
            "SSPR_NOTIFICATION_SIGNING_PUBLIC_KEY",
            "/keys/notification-signing.public.jwk");

    @Test
    void readsEveryKeyByItsVariable() throws IOException {
        ResetConfig config = mapped(REQUIRED);

        assertThat(config.signingKey()).isEqualTo(Path.of("/keys/reset.jwk"));
        assertThat(config.signingPublicKey()).isEqualTo(Path.of("/keys/reset.public.jwk"));
        assertThat(config.codeKey()).isEqualTo(Path.of("/keys/code.jwk"));
        assertThat(config.notificationPublicKey()).isEqualTo(Path.of("/keys/notification.public.jwk"));
        assertThat(config.notificationSigningPublicKey()).isEqualTo(Path.of("/keys/notification-signing.public.jwk"));
    }

    @Test
    void defaults_R_WB_22_R_FLW_03_R_PHN_10_R_EML_02_R_WB_31f() throws IOException {
        ResetConfig config = mapped(REQUIRED);

        assertThat(config.setupToken()).isEmpty();
        assertThat(config.agent().staleAfter()).isEqualTo(Duration.ofMinutes(11));
        assertThat(config.session().lifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.code().lifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.code().pushLifetime()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.breachedPasswords()).isEmpty();
        assertThat(config.captcha().difficulty()).isEqualTo(50_000);
        assertThat(config.captcha().lifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.identify().perMinute()).isEqualTo(20);
        assertThat(config.sync().mostRemovals()).isEqualTo(500);
        assertThat(config.throttle().block()).isEqualTo(Duration.ofHours(24));
        assertThat(config.throttle().extendOnBlocked()).isFalse();
        assertThat(config.throttle().reset().limit()).isEmpty();
        assertThat(config.throttle().reset().window()).isEmpty();
        assertThat(config.writeback().expiresAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.writeback().grace()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.oidc()).isEmpty();
    }

    @Test
    void everyDefaultCanBeReplaced() throws IOException {
        // Given
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put("SSPR_SETUP_TOKEN", "set-up");
        environment.put("SSPR_AGENT_STALE_AFTER", "PT1M");
        environment.put("SSPR_SESSION_LIFETIME", "PT2M");
        environment.put("SSPR_CODE_LIFETIME", "PT3M");
        environment.put("SSPR_CODE_PUSH_LIFETIME", "PT4S");
        environment.put("SSPR_BREACHED_PASSWORDS", "/data/breached.filter");
        environment.put("SSPR_CAPTCHA_DIFFICULTY", "1000");
        environment.put("SSPR_CAPTCHA_LIFETIME", "PT7M");
        environment.put("SSPR_IDENTIFY_PER_MINUTE", "8");
        environment.put("SSPR_SIGN_IN_PER_MINUTE", "9");
        environment.put("SSPR_THROTTLE_BLOCK", "PT12H");
        environment.put("SSPR_THROTTLE_EXTEND_ON_BLOCKED", "true");
        environment.put("SSPR_THROTTLE_RESET_LIMIT", "9");
        environment.put("SSPR_THROTTLE_MAIL_SEND_WINDOW", "PT10H");
        environment.put("SSPR_WRITEBACK_EXPIRES_AFTER", "PT5S");
        environment.put("SSPR_WRITEBACK_GRACE", "PT6S");

        // When
        ResetConfig config = mapped(environment);

        // Then
        assertThat(config.setupToken()).contains("set-up");
        assertThat(config.agent().staleAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.session().lifetime()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.code().lifetime()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.code().pushLifetime()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.breachedPasswords()).contains(Path.of("/data/breached.filter"));
        assertThat(config.captcha().difficulty()).isEqualTo(1000);
        assertThat(config.captcha().lifetime()).isEqualTo(Duration.ofMinutes(7));
        assertThat(config.identify().perMinute()).isEqualTo(8);
        assertThat(config.signIn().perMinute()).isEqualTo(9);
        assertThat(config.throttle().block()).isEqualTo(Duration.ofHours(12));
        assertThat(config.throttle().extendOnBlocked()).isTrue();
        assertThat(config.throttle().reset().limit()).hasValue(9);
        assertThat(config.throttle().mailSend().window()).contains(Duration.ofHours(10));
        assertThat(config.writeback().expiresAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.writeback().grace()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void readsAnOpenIdConnectProvider() throws IOException {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put("SSPR_OIDC_ISSUER", "https://id.contoso.example/");
        environment.put("SSPR_OIDC_AUDIENCE", "password-reset");
        Oidc byDefault = mapped(environment).oidc().orElseThrow();
        environment.put("SSPR_OIDC_NAME_CLAIM", "upn");
        Oidc replaced = mapped(environment).oidc().orElseThrow();

        assertThat(byDefault.issuer()).isEqualTo("https://id.contoso.example/");
        assertThat(byDefault.audience()).isEqualTo("password-reset");
        assertThat(byDefault.nameClaim()).isEmpty();
        assertThat(replaced.nameClaim()).contains("upn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSPR_OIDC_ISSUER", "SSPR_OIDC_AUDIENCE"})
    void anOpenIdConnectProviderNeedsAddressAndAudience(String given) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put(given, "https://id.contoso.example");

        assertThatThrownBy(() -> mapped(environment)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSPR_SIGNING_KEY",
                "SSPR_SIGNING_PUBLIC_KEY",
                "SSPR_CODE_KEY",
                "SSPR_NOTIFICATION_PUBLIC_KEY",
                "SSPR_NOTIFICATION_SIGNING_PUBLIC_KEY"
            })
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
