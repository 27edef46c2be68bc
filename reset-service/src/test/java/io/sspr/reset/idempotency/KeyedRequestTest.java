package io.sspr.reset.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedRequestTest {
    private static final Key SERVER_KEY = serverKey(1);
    private static final byte[] ANSWER = bytes("{\"sessionToken\":\"of the first answer\"}");

    private final KeyedRequest request = request("key-1", "body");

    @ParameterizedTest
    @ValueSource(strings = {"1", "8e03978e-40d5-43dd-bc93-6894a57f9324", "\"quoted\"", "a b~!"})
    void isAKey_R_FLW_34(String text) {
        assertThat(KeyedRequest.isKey(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "鍵", "tab\there", "new\nline", "\u007f"})
    void isNoKey_R_FLW_34(String text) {
        assertThat(KeyedRequest.isKey(text)).isFalse();
    }

    @Test
    void aKeyHas128CharactersAtMost_R_FLW_34() {
        assertThat(KeyedRequest.isKey("k".repeat(128))).isTrue();
        assertThat(KeyedRequest.isKey("k".repeat(129))).isFalse();
    }

    @Test
    void theSameRequestIsFoundAgain_R_FLW_34() {
        KeyedRequest again = request("key-1", "body");

        assertThat(again.id()).isEqualTo(request.id());
        assertThat(again.fingerprint()).isEqualTo(request.fingerprint());
        assertThat(again.open(request.seal(ANSWER))).isEqualTo(ANSWER);
    }

    static Stream<KeyedRequest> others() {
        return Stream.of(
                request("key-2", "body"),
                KeyedRequest.of(SERVER_KEY, "PUT", "/resets?", "Bearer t", "key-1", bytes("body")),
                KeyedRequest.of(SERVER_KEY, "POST", "/resets?a", "Bearer t", "key-1", bytes("body")),
                KeyedRequest.of(SERVER_KEY, "POST", "/resets?", "Bearer u", "key-1", bytes("body")),
                KeyedRequest.of(SERVER_KEY, "POST", "/resets?", "", "key-1", bytes("body")),
                KeyedRequest.of(serverKey(2), "POST", "/resets?", "Bearer t", "key-1", bytes("body")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void anotherKeyCallerOrAddressIsAnotherRequest_R_FLW_34(KeyedRequest other) {
        assertThat(other.id()).isNotEqualTo(request.id());
        assertThat(other.fingerprint()).isNotEqualTo(request.fingerprint());
        byte[] sealed = request.seal(ANSWER);
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherBodyIsToldByItsFingerprintAndCannotReadTheAnswer_R_FLW_34() {
        KeyedRequest other = request("key-1", "another body");

        assertThat(other.id()).isEqualTo(request.id());
        assertThat(other.fingerprint()).isNotEqualTo(request.fingerprint());
        byte[] sealed = request.seal(ANSWER);
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thePartsOfARequestCannotFlowIntoEachOther_R_FLW_34() {
        assertThat(request("key-1", "2body").fingerprint())
                .isNotEqualTo(request("key-12", "body").fingerprint());
        assertThat(KeyedRequest.of(SERVER_KEY, "POST", "/resets?", "", "a", bytes(""))
                        .id())
                .isNotEqualTo(KeyedRequest.of(SERVER_KEY, "POST", "/resets?", "a", "", bytes(""))
                        .id());
    }

    @Test
    void nothingOfTheAnswerIsReadableInItsSealedForm_R_FLW_34() {
        byte[] sealed = request.seal(ANSWER);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("session");
        assertThat(request.seal(ANSWER)).isNotEqualTo(sealed);
    }

    @Test
    void aChangedAnswerDoesNotOpen_R_FLW_34() {
        byte[] sealed = request.seal(ANSWER);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> request.open(changed)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void printsNothingOfItself_R_FLW_34() {
        assertThat(request.toString()).doesNotContain("key-1", "body", "Bearer");
    }

    private static KeyedRequest request(String key, String body) {
        return KeyedRequest.of(SERVER_KEY, "POST", "/resets?", "Bearer t", key, bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Key serverKey(int content) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) content;
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
