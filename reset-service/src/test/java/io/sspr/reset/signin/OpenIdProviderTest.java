package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.ResetConfig.Oidc;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdProviderTest {
    private static final String ISSUER = "https://id.contoso.example/";

    private final OpenIdProvider provider = new OpenIdProvider(Optional.of(new Contoso()));

    @Test
    void knowsItsTokensByTheirIssuer() {
        assertThat(provider.isClaimedBy(token("{\"iss\": \"https://id.contoso.example/\"}")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iss\": \"sspr-reset-service\"}",
                "{\"iss\": \"https://id.contoso.example\"}",
                "{\"iss\": \"https://id.contoso.example/other\"}",
                "{\"iss\": [\"https://id.contoso.example/\"]}",
                "{\"iss\": null}",
                "{}",
                "[]",
                ""
            })
    void leavesAllOthersToOurOwnKey(String claims) {
        assertThat(provider.isClaimedBy(token(claims))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "set-up-token", "not.a.token", "a.b.c.d.e"})
    void leavesWhatIsNoTokenToOurOwnKey(String text) {
        assertThat(provider.isClaimedBy(text)).isFalse();
    }

    @Test
    void withoutAProviderNoTokenIsItsOwn() {
        OpenIdProvider none = new OpenIdProvider(Optional.empty());

        assertThat(none.isClaimedBy(token("{\"iss\": \"https://id.contoso.example/\"}")))
                .isFalse();
        assertThat(none.resolve(null, null).await().indefinitely()).isNull();
    }

    @Test
    void everyTokenIsCheckedForIssuerAndAudienceAndNeverSentAway() {
        var checks = provider.resolve(null, null).await().indefinitely();

        assertThat(checks.token().issuer()).contains(ISSUER);
        assertThat(checks.token().audience().orElseThrow()).containsExactly("password-reset");
        assertThat(checks.token().allowJwtIntrospection()).isFalse();
        assertThat(checks.token().allowOpaqueTokenIntrospection()).isFalse();
    }

    private static String token(String claims) {
        return base64("{\"alg\": \"RS256\"}") + "." + base64(claims) + "." + base64("a signature");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Contoso() implements Oidc {
        @Override
        public String issuer() {
            return ISSUER;
        }

        @Override
        public String audience() {
            return "password-reset";
        }

        @Override
        public Optional<String> nameClaim() {
            return Optional.empty();
        }
    }
}
