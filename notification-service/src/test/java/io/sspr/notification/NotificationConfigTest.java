package io.sspr.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationConfigTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "SSPR_NOTIFICATION_KEY", "/keys/notification.jwk",
            "SSPR_NOTIFICATION_SIGNING_KEY", "/keys/notification-signing.jwk",
            "SSPR_RESET_PUBLIC_KEY", "/keys/reset-signing.pub.jwk",
            "SSPR_MAIL_FROM", "sspr@contoso.example",
            "SSPR_SMTP_HOST", "mail.contoso.example",
            "SSPR_SMS_URL", "https://sms.contoso.example/messages",
            "SSPR_VOICE_URL", "https://voice.contoso.example/v1",
            "SSPR_PUSH_URL", "https://push.contoso.example/");

    @Test
    void readsEveryVariableByItsName_R_CFG_25_R_PHN_08_R_APP_03() throws IOException {
        NotificationConfig config = mapped(REQUIRED);

        assertThat(config.notificationKey()).isEqualTo(Path.of("/keys/notification.jwk"));
        assertThat(config.notificationSigningKey()).isEqualTo(Path.of("/keys/notification-signing.jwk"));
        assertThat(config.resetPublicKey()).isEqualTo(Path.of("/keys/reset-signing.pub.jwk"));
        assertThat(config.mailFrom()).isEqualTo("sspr@contoso.example");
        assertThat(config.smtp().host()).isEqualTo("mail.contoso.example");
        assertThat(config.smsUrl()).isEqualTo(URI.create("https://sms.contoso.example/messages"));
        assertThat(config.voiceUrl()).isEqualTo(URI.create("https://voice.contoso.example/v1"));
        assertThat(config.pushUrl()).isEqualTo(URI.create("https://push.contoso.example/"));
    }

    @Test
    void defaults_R_ERR_95() throws IOException {
        NotificationConfig config = mapped(REQUIRED);

        assertThat(config.smtp().port()).isEqualTo(25);
        assertThat(config.smtp().tlsRequired()).isFalse();
        assertThat(config.delivery().attempts()).isEqualTo(3);
        assertThat(config.delivery().pause()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.delivery().timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void everyDefaultCanBeReplaced_R_ERR_95() throws IOException {
        // Given
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put("SSPR_SMTP_PORT", "587");
        environment.put("SSPR_SMTP_TLS_REQUIRED", "true");
        environment.put("SSPR_DELIVERY_ATTEMPTS", "7");
        environment.put("SSPR_DELIVERY_PAUSE", "PT2S");
        environment.put("SSPR_DELIVERY_TIMEOUT", "PT9S");

        // When
        NotificationConfig config = mapped(environment);

        // Then
        assertThat(config.smtp().port()).isEqualTo(587);
        assertThat(config.smtp().tlsRequired()).isTrue();
        assertThat(config.delivery().attempts()).isEqualTo(7);
        assertThat(config.delivery().pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.delivery().timeout()).isEqualTo(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSPR_NOTIFICATION_KEY",
                "SSPR_NOTIFICATION_SIGNING_KEY",
                "SSPR_RESET_PUBLIC_KEY",
                "SSPR_MAIL_FROM",
                "SSPR_SMTP_HOST",
                "SSPR_SMS_URL",
                "SSPR_VOICE_URL",
                "SSPR_PUSH_URL"
            })
    void everythingElseMustBeGiven(String variable) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.remove(variable);

        assertThatThrownBy(() -> mapped(environment)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SSPR_HTTP_PORT, quarkus.http.port, 8082",
        "SSPR_KAFKA, kafka.bootstrap.servers, localhost:9092",
        "SSPR_DB_URL, quarkus.datasource.jdbc.url, jdbc:postgresql://localhost:5432/notification",
        "SSPR_DB_USER, quarkus.datasource.username, notification"
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

    private static NotificationConfig mapped(Map<String, String> environment) throws IOException {
        return smallRye(environment).getConfigMapping(NotificationConfig.class);
    }

    private static SmallRyeConfig smallRye(Map<String, String> environment) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new EnvConfigSource(environment, 300),
                        new PropertiesConfigSource(
                                NotificationConfigTest.class.getResource("/application.properties"), 250))
                .withMapping(NotificationConfig.class)
                .withValidateUnknown(false)
                .build();
    }
}
