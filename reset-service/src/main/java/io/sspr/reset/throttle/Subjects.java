package io.sspr.reset.throttle;

import io.sspr.reset.key.ResetKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;

/** The keys under which attempts are counted. Names that lead to no account are counted as accounts are, and leave no trace of what was typed. */
@ApplicationScoped
public class Subjects {
    private static final byte[] LABEL = "throttle\0".getBytes(StandardCharsets.US_ASCII);

    private final Key key;

    @Inject
    Subjects(ResetKeys keys) {
        this(keys.code());
    }

    Subjects(Key key) {
        this.key = key;
    }

    public String ofAccount(UUID account) {
        return account.toString();
    }

    /** The same for a name in upper and lower case, and with blanks around it. */
    public String ofName(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(LABEL);
            byte[] plain = name.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the code key cannot hash", e);
        }
    }
}
