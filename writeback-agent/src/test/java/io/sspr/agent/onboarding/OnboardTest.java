package io.sspr.agent.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.agent.TestConfig;
import io.sspr.agent.key.KeyRing;
import io.sspr.agent.onboarding.TestResetService.Question;
import io.sspr.contract.seal.Signature;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnboardTest extends OnboardingFixture {
    @Test
    void waitsForAToken_R_WB_20() throws Exception {
        // When
        onboard().onboardIfAsked();

        // Then
        assertThat(cloud.questions()).isEmpty();
        assertThat(events.numbers()).isEmpty();
    }

    @Test
    void exchangesKeysForTheToken_R_WB_20_R_EVT_31004_R_EVT_31017_R_EVT_31018_R_EVT_31005() throws Exception {
        // Given
        putToken();
        cloud.accept(TestConfig.TENANT, "agent-1");

        // When
        onboard().onboardIfAsked();

        // Then
        Question question = cloud.questions().get(0);
        assertThat(question.path()).isEqualTo("/api/v1/agents");
        assertThat(question.json().path("token").asText()).isEqualTo("one-time-token");
        assertThat(question.json().path("agent").asText()).isEqualTo("agent-1");
        PublicJsonWebKey encryption = key(question, "encryptionKey");
        assertThat(((RsaJsonWebKey) encryption).getRsaPublicKey().getModulus().bitLength())
                .isEqualTo(2048);
        assertThat(encryption.getPrivateKey()).isNull();
        PublicJsonWebKey signing = key(question, "signingKey");
        assertThat(signing.getPrivateKey()).isNull();
        Signature.verify(question.signature(), question.body(), signing);

        assertThat(keys.isOnboarded()).isTrue();
        assertThat(keys.signing().getKeyId()).isEqualTo(signing.getKeyId());
        assertThat(keys.resetService().getKeyId()).isEqualTo(cloud.keyId());
        assertThat(tokenFile()).doesNotExist();
        assertThat(events.numbers()).containsExactly(31004, 31017, 31018, 31005);
        assertThat(events.details()).doesNotContain("one-time-token");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void deletesARefusedToken_R_EVT_32009(int status) throws Exception {
        // Given
        putToken();
        cloud.answer(status, "{}");

        // When
        onboard().onboardIfAsked();

        // Then
        assertThat(tokenFile()).doesNotExist();
        assertThat(keys.isOnboarded()).isFalse();
        assertThat(events.numbers()).containsExactly(31004, 32009);
    }

    @Test
    void triesAgainLessAndLessOftenWhileResetServiceIsAway_R_EVT_32011() throws Exception {
        // Given
        putToken();
        cloud.answer(503, "");
        Onboard onboard = onboard();

        // When
        for (int second = 0; second < 10; second++) {
            onboard.onboardIfAsked();
            clock.advance(Duration.ofSeconds(1));
        }

        // Then
        assertThat(events.numbers()).containsExactly(31004, 32011, 32011, 32011);
        assertThat(tokenFile()).exists();

        // When
        cloud.accept(TestConfig.TENANT, "agent-1");
        clock.advance(Duration.ofMinutes(5));
        onboard.onboardIfAsked();

        // Then
        assertThat(keys.isOnboarded()).isTrue();
    }

    @Test
    void nobodyAtTheOtherEndIsAway_R_EVT_32011() throws Exception {
        // Given
        putToken();
        TestConfig nowhere = config.withResetUrl(URI.create("http://localhost:1"));

        // When
        new Onboard(keys, new ResetService(nowhere), events, nowhere, clock).onboardIfAsked();

        // Then
        assertThat(events.numbers()).containsExactly(31004, 32011);
        assertThat(tokenFile()).exists();
    }

    @Test
    void newTokenIsTriedAtOnce_R_WB_20() throws Exception {
        // Given
        putToken();
        cloud.answer(503, "");
        Onboard onboard = onboard();
        onboard.onboardIfAsked();

        // When
        Files.writeString(tokenFile(), "another-token");
        onboard.onboardIfAsked();

        // Then
        assertThat(cloud.questions()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>", "{}", "[]", "{\"tenant\":\"contoso\",\"agent\":\"agent-1\",\"resetServiceKey\":{}}"})
    void answerWithoutSenseIsNotBelieved_R_EVT_32008(String body) throws Exception {
        // Given
        putToken();
        cloud.answer(201, body);

        // When
        onboard().onboardIfAsked();

        // Then
        assertThat(keys.isOnboarded()).isFalse();
        assertThat(tokenFile()).exists();
        assertThat(events.numbers()).containsExactly(31004, 32008);
    }

    @Test
    void tokenOfAnotherTenantIsNoUse_R_EVT_32008() throws Exception {
        // Given
        putToken();
        cloud.accept("fabrikam", "agent-1");

        // When
        onboard().onboardIfAsked();

        // Then
        assertThat(keys.isOnboarded()).isFalse();
        assertThat(events.numbers()).containsExactly(31004, 32008);
    }

    @Test
    void stateThatCannotBeWrittenDoesNotCostTheToken_R_EVT_32007() throws Exception {
        // Given
        Path noFolder = folder.resolve("state");
        TestConfig unwritable = new TestConfig("ldaps://localhost:1", "none", null, noFolder, true)
                .withResetUrl(cloud.url())
                .withTokenFile(tokenFile());
        KeyRing ring = new KeyRing(unwritable, clock);
        assertThat(ring.isOnboarded()).isFalse();
        Files.writeString(noFolder, "a file in the place of the folder");
        putToken();

        // When
        new Onboard(ring, new ResetService(unwritable), events, unwritable, clock).onboardIfAsked();

        // Then
        assertThat(cloud.questions()).isEmpty();
        assertThat(tokenFile()).exists();
        assertThat(events.numbers()).containsExactly(31004, 32007);
    }

    @Test
    void onboardedAgentLeavesATokenAlone_R_WB_20() throws Exception {
        // Given
        onboarded();
        putToken();

        // When
        onboard().onboardIfAsked();

        // Then
        assertThat(cloud.questions()).isEmpty();
    }

    @Test
    void speaksToResetServiceOverTlsOnly_R_WB_21() {
        for (String url : new String[] {"ftp://localhost", "https:nothing", "localhost:8080"}) {
            assertThatThrownBy(() -> new ResetService(config.withResetUrl(URI.create(url))))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("SSPR_RESET_URL");
        }
    }

    private Onboard onboard() {
        return new Onboard(keys, new ResetService(config), events, config, clock);
    }

    private Path tokenFile() {
        return folder.resolve("onboarding-token");
    }

    private void putToken() throws IOException {
        Files.writeString(tokenFile(), "one-time-token\n");
    }

    private static PublicJsonWebKey key(Question question, String name) throws Exception {
        return PublicJsonWebKey.Factory.newPublicJwk(question.json().path(name).toString());
    }
}
