package io.sspr.contract.seal;

import io.sspr.contract.seal.BrokenSealException.Fault;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The sealed form of a secret on a topic: one JWE in compact form per reader, separated by blanks, which no JWE contains. The content key of each is
 * wrapped by RSA-OAEP-256 to the reader's 2048-bit key, its content is under A256GCM, and the {@link SealContext} is in the protected header. Passwords
 * of any length fit, since RSA protects the content key only (R-WB-31c). Stateless and thread-safe. Source: R-WB-31a … R-WB-31f.
 */
public final class Seal {
    /** Longer seals are refused unopened, in characters. Source: R-WB-31d. */
    public static final int MAX_LENGTH = 16 * 1024;

    private static final String BETWEEN_READERS = " ";
    private static final String TENANT = "tenant";
    private static final String REQUEST_ID = "rid";
    private static final String OPERATION = "op";
    private static final String EXPIRES_AT = "exp";

    private Seal() {}

    /** Seals {@code secret} so that only a holder of the private half of one of {@code readersKeys} can open it, and only for {@code context}. */
    public static String seal(Secret secret, SealContext context, Collection<? extends PublicJsonWebKey> readersKeys) {
        if (readersKeys.isEmpty()) {
            throw new IllegalArgumentException("nobody could open the seal");
        }
        return readersKeys.stream()
                .map(readersKey -> seal(secret, context, readersKey))
                .collect(Collectors.joining(BETWEEN_READERS));
    }

    /** As above, for a single reader. */
    public static String seal(Secret secret, SealContext context, PublicJsonWebKey readersKey) {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKeyIdHeaderValue(readersKey.getKeyId());
        jwe.setHeader(TENANT, context.tenant());
        jwe.setHeader(REQUEST_ID, context.requestId().toString());
        jwe.setHeader(OPERATION, context.operation());
        jwe.getHeaders().setObjectHeaderValue(EXPIRES_AT, context.expiresAt().getEpochSecond());
        jwe.setKey(readersKey.getPublicKey());
        jwe.setPayload(secret.reveal());
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the reader's key " + readersKey.getKeyId() + " cannot seal", e);
        }
    }

    /**
     * Opens a seal that was made for exactly {@code expected}, with the first of one's own keys that it was made for.
     *
     * @throws BrokenSealException if it was sealed to other keys only, changed, made for something else, or {@code now} is not before its expiry
     */
    public static Secret open(
            String sealed, SealContext expected, Collection<? extends PublicJsonWebKey> ownKeys, Instant now)
            throws BrokenSealException {
        if (sealed == null || sealed.length() > MAX_LENGTH) {
            throw new BrokenSealException(Fault.NOT_AUTHENTIC, "the seal is missing or longer than " + MAX_LENGTH);
        }
        if (!now.isBefore(expected.expiresAt())) {
            throw new BrokenSealException(Fault.EXPIRED, "the seal expired");
        }
        BrokenSealException failure = null;
        for (String forOneReader : sealed.split(BETWEEN_READERS)) {
            for (PublicJsonWebKey ownKey : ownKeys) {
                try {
                    return open(forOneReader, expected, ownKey);
                } catch (BrokenSealException e) {
                    failure = worse(failure, e);
                }
            }
        }
        throw failure == null
                ? new BrokenSealException(Fault.KEY_MISMATCH, "there is no key to open the seal")
                : failure;
    }

    /** As above, with a single key. */
    public static Secret open(String sealed, SealContext expected, PublicJsonWebKey ownKey, Instant now)
            throws BrokenSealException {
        return open(sealed, expected, List.of(ownKey), now);
    }

    /** That a seal is somebody else's says less than that one's own is broken. */
    private static BrokenSealException worse(BrokenSealException former, BrokenSealException latter) {
        return former == null || former.fault() == Fault.KEY_MISMATCH ? latter : former;
    }

    private static Secret open(String sealed, SealContext expected, PublicJsonWebKey ownKey)
            throws BrokenSealException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.RSA_OAEP_256));
        jwe.setContentEncryptionAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        jwe.setKey(ownKey.getPrivateKey());
        try {
            jwe.setCompactSerialization(sealed);
            if (!Objects.equals(jwe.getKeyIdHeaderValue(), ownKey.getKeyId())) {
                throw new BrokenSealException(Fault.KEY_MISMATCH, "the seal was made for another key");
            }
            Secret secret = Secret.of(jwe.getPayload());
            requireContext(jwe, expected);
            return secret;
        } catch (JoseException e) {
            throw new BrokenSealException(Fault.NOT_AUTHENTIC, "the seal does not open");
        }
    }

    private static void requireContext(JsonWebEncryption jwe, SealContext expected) throws BrokenSealException {
        boolean same = expected.tenant().equals(jwe.getHeader(TENANT))
                && expected.requestId().toString().equals(jwe.getHeader(REQUEST_ID))
                && expected.operation().equals(jwe.getHeader(OPERATION))
                && Long.valueOf(expected.expiresAt().getEpochSecond())
                        .equals(jwe.getHeaders().getLongHeaderValue(EXPIRES_AT));
        if (!same) {
            throw new BrokenSealException(Fault.NOT_AUTHENTIC, "the seal was made for another request");
        }
    }
}
