package io.sspr.reset.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.reset.agent.AgentKey.Use;
import io.sspr.reset.problem.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The two public keys that an agent hands over.
 *
 * @param encryption RSA of 2048 to 4096 bits
 * @param signing EC on P-256
 */
public record PublicKeys(PublicJsonWebKey encryption, PublicJsonWebKey signing) {
    private static final Pattern KID = Pattern.compile("[!-~]{1,64}");
    private static final List<String> RSA_MEMBERS = List.of("kid", "kty", "n", "e");
    private static final List<String> EC_MEMBERS = List.of("kid", "kty", "crv", "x", "y");
    /** Characters; the modulus of the longest key has 683. */
    private static final int LONGEST_MEMBER = 1024;

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 4096;

    /**
     * Finds what is wrong with keys as they come from outside.
     *
     * @param within what to put before the names of the two fields
     */
    public static List<Fault> faults(JsonNode encryption, JsonNode signing, String within) {
        List<Fault> faults = new ArrayList<>();
        if (encryption(encryption).isEmpty()) {
            faults.add(new Fault(within + "encryptionKey", "import.encryptionKey"));
        }
        if (signing(signing).isEmpty()) {
            faults.add(new Fault(within + "signingKey", "import.signingKey"));
        }
        return faults;
    }

    /** Keys in which {@link #faults} found none. */
    public static PublicKeys of(JsonNode encryption, JsonNode signing) {
        return new PublicKeys(
                encryption(encryption).orElseThrow(), signing(signing).orElseThrow());
    }

    List<String> ids() {
        return List.of(encryption.getKeyId(), signing.getKeyId());
    }

    List<AgentKey> registered(String tenant, String agent, Instant now) {
        return List.of(
                new AgentKey(tenant, agent, Use.ENCRYPTION, encryption, now, null),
                new AgentKey(tenant, agent, Use.SIGNING, signing, now, null));
    }

    /** Whether {@code current} are these and no others. */
    boolean are(List<AgentKey> current) {
        return current.size() == 2
                && current.stream().anyMatch(key -> key.isSameAs(Use.ENCRYPTION, encryption))
                && current.stream().anyMatch(key -> key.isSameAs(Use.SIGNING, signing));
    }

    private static Optional<PublicJsonWebKey> encryption(JsonNode jwk) {
        return parse(jwk, RSA_MEMBERS)
                .filter(key -> key instanceof RsaJsonWebKey rsa
                        && rsa.getRsaPublicKey().getModulus().bitLength() >= MIN_RSA_BITS
                        && rsa.getRsaPublicKey().getModulus().bitLength() <= MAX_RSA_BITS);
    }

    private static Optional<PublicJsonWebKey> signing(JsonNode jwk) {
        return parse(jwk, EC_MEMBERS)
                .filter(key -> key instanceof EllipticCurveJsonWebKey ec && "P-256".equals(ec.getCurveName()));
    }

    /** The bare key and its id: whatever else the document says is not kept. */
    private static Optional<PublicJsonWebKey> parse(JsonNode jwk, List<String> members) {
        if (jwk == null
                || jwk.has("d")
                || !members.stream().allMatch(member -> isShortText(jwk.path(member)))
                || !KID.matcher(jwk.get("kid").textValue()).matches()) {
            return Optional.empty();
        }
        Map<String, Object> bare = new HashMap<>();
        members.forEach(member -> bare.put(member, jwk.get(member).textValue()));
        try {
            return Optional.of(PublicJsonWebKey.Factory.newPublicJwk(bare));
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    private static boolean isShortText(JsonNode value) {
        return value.isTextual() && value.textValue().length() <= LONGEST_MEMBER;
    }
}
