package io.sspr.agent.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.agent.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJwkGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentKeysTest {
    @TempDir
    Path folder;

    private TestKeys keys;

    @BeforeEach
    void makeKeys() {
        keys = TestKeys.in(folder);
    }

    @Test
    void readsTheThreeKeys_R_WB_31a() {
        // When
        AgentKeys read = new AgentKeys(keys.config());

        // Then
        assertThat(read.sealing().getPrivateKey()).isEqualTo(keys.agent().getPrivateKey());
        assertThat(read.signing().getPrivateKey()).isEqualTo(keys.agentSigning().getPrivateKey());
        assertThat(read.resetService().getPublicKey()).isEqualTo(keys.reset().getPublicKey());
        assertThat(read.resetService().getPrivateKey()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "agent.jwk, SSPR_AGENT_KEY",
        "agent-signing.jwk, SSPR_AGENT_SIGNING_KEY",
        "reset.public.jwk, SSPR_RESET_PUBLIC_KEY"
    })
    void refusesToStartWithoutAKey_A22(String file, String variable) throws IOException {
        // Given
        Files.delete(folder.resolve(file));

        // Then
        assertRefused(variable);
    }

    @ParameterizedTest
    @CsvSource({
        "agent.jwk, SSPR_AGENT_KEY",
        "agent-signing.jwk, SSPR_AGENT_SIGNING_KEY",
        "reset.public.jwk, SSPR_RESET_PUBLIC_KEY"
    })
    void refusesToStartWithAFileThatIsNoKey_A22(String file, String variable) throws IOException {
        // Given
        Files.writeString(folder.resolve(file), "{\"kty\":\"secret-looking\"}");

        // Then
        assertRefused(variable);
    }

    @Test
    void refusesToStartWithKeysOfTheWrongKind_A22() throws Exception {
        TestKeys.write(folder.resolve("agent.jwk"), keys.agent(), OutputControlLevel.PUBLIC_ONLY);
        assertRefused("SSPR_AGENT_KEY");

        TestKeys.write(
                folder.resolve("agent.jwk"), RsaJwkGenerator.generateJwk(1024), OutputControlLevel.INCLUDE_PRIVATE);
        assertRefused("SSPR_AGENT_KEY");

        TestKeys.write(folder.resolve("agent.jwk"), keys.agentSigning(), OutputControlLevel.INCLUDE_PRIVATE);
        assertRefused("SSPR_AGENT_KEY");

        TestKeys.write(folder.resolve("agent.jwk"), keys.agent(), OutputControlLevel.INCLUDE_PRIVATE);
        TestKeys.write(folder.resolve("reset.public.jwk"), keys.reset(), OutputControlLevel.INCLUDE_PRIVATE);
        assertRefused("SSPR_RESET_PUBLIC_KEY");
    }

    private void assertRefused(String variable) {
        assertThatThrownBy(() -> new AgentKeys(keys.config()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(variable + " ")
                .hasMessageContaining(folder.toString())
                .message()
                .doesNotContain("secret-looking", "\n");
    }
}
