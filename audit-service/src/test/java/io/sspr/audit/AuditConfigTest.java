package io.sspr.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.sspr.contract.Topics;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditConfigTest {
    @ParameterizedTest
    @CsvSource({
        "SSPR_HTTP_PORT,quarkus.http.port,8083",
        "SSPR_KAFKA,kafka.bootstrap.servers,localhost:9092",
        "SSPR_DB_URL,quarkus.datasource.jdbc.url,jdbc:postgresql://localhost:5432/audit",
        "SSPR_DB_USER,quarkus.datasource.username,audit",
        "SSPR_PUBLIC_URL,sspr.public-url,http://localhost:8083",
        "SSPR_JWKS_URL,mp.jwt.verify.publickey.location,http://localhost:8080/.well-known/jwks.json"
    })
    void takesVariableOrDefault(String variable, String property, String byDefault) throws IOException {
        assertThat(config(Map.of()).getValue(property, String.class)).isEqualTo(byDefault);
        assertThat(config(Map.of(variable, "4711")).getValue(property, String.class))
                .isEqualTo("4711");
    }

    @Test
    void hasNoDefaultPassword_A22() throws IOException {
        SmallRyeConfig nothingGiven = config(Map.of());

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> nothingGiven.getValue("quarkus.datasource.password", String.class))
                .withMessageContaining("SSPR_DB_PASSWORD");
    }

    @Test
    void linksFollowThePortUnlessAnOriginIsGiven_R_AUD_02() throws IOException {
        assertThat(mapped(Map.of("SSPR_HTTP_PORT", "9000")).publicUrl()).isEqualTo("http://localhost:9000");
        assertThat(mapped(Map.of("SSPR_PUBLIC_URL", "https://audit.contoso.example"))
                        .publicUrl())
                .isEqualTo("https://audit.contoso.example");
    }

    @ParameterizedTest
    @EnumSource(Topics.class)
    void readsExactlyTheTopicsOfFacts(Topics topic) throws IOException {
        assertThat(subscription().matcher(topic.of("contoso")).matches())
                .isEqualTo(topic.readers().contains("audit-service"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sspr.reset.events.v1.dlq.notification-service",
                "sspr.writeback.results.v1.contoso.dlq.reset-service",
                "sspr.writeback.results.v1",
                "x.sspr.reset.events.v1",
                "ssprxreset.events.v1"
            })
    void readsNoOtherTopics(String topic) throws IOException {
        assertThat(subscription().matcher(topic).matches()).isFalse();
    }

    private static Pattern subscription() throws IOException {
        return Pattern.compile(config(Map.of()).getValue("mp.messaging.incoming.facts.topic", String.class));
    }

    private static AuditConfig mapped(Map<String, String> given) throws IOException {
        return config(given).getConfigMapping(AuditConfig.class);
    }

    private static SmallRyeConfig config(Map<String, String> given) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(given, "given", 300),
                        new PropertiesConfigSource(AuditConfigTest.class.getResource("/application.properties")))
                .withMapping(AuditConfig.class)
                .build();
    }
}
