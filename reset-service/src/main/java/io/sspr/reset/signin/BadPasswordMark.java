package io.sspr.reset.signin;

import io.sspr.contract.seal.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a wrong password is known again: a hash under a key that is derived from the code key and used for nothing else, and bound to whom it was
 * tried for. Without the key it tells nothing, and equal passwords of two accounts do not show. Source: R-LOK-02.
 */
final class BadPasswordMark {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "sspr sign-in 1 bad password".getBytes(StandardCharsets.US_ASCII);

    private BadPasswordMark() {}

    static String of(Secret password, String subject, Key codeKey) {
        byte[] bound = hash(new SecretKeySpec(hash(codeKey, PURPOSE), ALGORITHM), bytes(subject));
        return HexFormat.of().formatHex(hash(new SecretKeySpec(bound, ALGORITHM), bytes(password.reveal())));
    }

    private static byte[] hash(Key key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the code key cannot hash", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
