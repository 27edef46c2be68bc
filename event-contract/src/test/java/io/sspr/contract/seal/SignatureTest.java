package io.sspr.contract.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final byte[] BODY = "{\"outcome\":\"SUCCESS\"}".getBytes(UTF_8);

    private static EllipticCurveJsonWebKey agent;
    private static EllipticCurveJsonWebKey stranger;

    @BeforeAll
    static void makeKeys() throws JoseException {
        agent = key("agent-1");
        stranger = key("agent-1");
    }

    @Test
    void holdsForTheBytesThatWereSigned() {
        byte[] signature = Signature.sign(BODY, agent).getBytes(US_ASCII);

        assertThatCode(() -> Signature.verify(signature, BODY, agent)).doesNotThrowAnyException();
    }

    @Test
    void failsForOtherBytes() {
        byte[] signature = Signature.sign(BODY, agent).getBytes(US_ASCII);
        byte[] forged = "{\"outcome\":\"REFUSED\"}".getBytes(UTF_8);

        assertThatThrownBy(() -> Signature.verify(signature, forged, agent)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void failsForAStrangersKeyOfTheSameName() {
        byte[] signature = Signature.sign(BODY, stranger).getBytes(US_ASCII);

        assertThatThrownBy(() -> Signature.verify(signature, BODY, agent)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void failsWithoutASignature() {
        assertThatThrownBy(() -> Signature.verify(null, BODY, agent)).isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> Signature.verify("..".getBytes(US_ASCII), BODY, agent))
                .isInstanceOf(BrokenSealException.class);
    }

    private static EllipticCurveJsonWebKey key(String id) throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        return key;
    }
}
