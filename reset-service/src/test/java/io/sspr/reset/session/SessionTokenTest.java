package io.sspr.reset.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokenTest {
    private final SessionToken token = SessionToken.create();

    @Test
    void has256RandomBits() {
        assertThat(Base64.getUrlDecoder().decode(token.reveal())).hasSize(32);
        assertThat(SessionToken.create().reveal()).isNotEqualTo(token.reveal());
    }

    @Test
    void isStoredAsItsSha256() throws Exception {
        byte[] sha256 =
                MessageDigest.getInstance("SHA-256").digest(token.reveal().getBytes(StandardCharsets.UTF_8));

        assertThat(token.hash()).isEqualTo(sha256);
    }

    @Test
    void opensItsOwnSession() {
        assertThat(token.opens(sessionOf(token))).isTrue();
    }

    @Test
    void opensNoOtherSession() {
        assertThat(SessionToken.create().opens(sessionOf(token))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void comesBackInTheAuthorizationHeader(String scheme) {
        assertThat(SessionToken.fromHeader(scheme + token.reveal())
                        .orElseThrow()
                        .opens(sessionOf(token)))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Basic YTpi", "Token abc"})
    void isMissingFromAnyOtherHeader(String authorization) {
        assertThat(SessionToken.fromHeader(authorization)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer null", "Bearer a.b.c"})
    void whateverElseIsSentOpensNothing(String authorization) {
        assertThat(SessionToken.fromHeader(authorization).orElseThrow().opens(sessionOf(token)))
                .isFalse();
    }

    @Test
    void printsAConstant() {
        assertThat(token).hasToString("SessionToken[hidden]");
    }

    private static ResetSession sessionOf(SessionToken token) {
        ResetSession session = new ResetSession(UUID.randomUUID());
        session.tokenHash = token.hash();
        return session;
    }
}
