package io.sspr.contract.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.seal.BrokenSealException.Fault;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final SealContext CONTEXT =
            new SealContext("contoso", UUID.randomUUID(), "RESET", NOW.plusSeconds(30));
    private static final Secret PASSWORD = Secret.of("Tr0ub4dor & 山田 🐎");

    private static RsaJsonWebKey key;
    private static RsaJsonWebKey otherKey;

    @BeforeAll
    static void makeKeys() throws JoseException {
        key = key("agent-1");
        otherKey = key("agent-2");
    }

    @Test
    void opensForTheHolderOfTheKey_R_WB_31a() throws BrokenSealException {
        String sealed = Seal.seal(PASSWORD, CONTEXT, key);

        assertThat(Seal.open(sealed, CONTEXT, key, NOW)).isEqualTo(PASSWORD);
    }

    @Test
    void opensForEachOfSeveralReadersAndForNobodyElse_R_WB_23() throws BrokenSealException, JoseException {
        String sealed = Seal.seal(PASSWORD, CONTEXT, List.of(key, otherKey));

        assertThat(Seal.open(sealed, CONTEXT, key, NOW)).isEqualTo(PASSWORD);
        assertThat(Seal.open(sealed, CONTEXT, otherKey, NOW)).isEqualTo(PASSWORD);
        RsaJsonWebKey strangersKey = key("agent-3");
        assertFault(Fault.KEY_MISMATCH, () -> Seal.open(sealed, CONTEXT, strangersKey, NOW));
    }

    @Test
    void opensWithAFormerKey_R_WB_24() throws BrokenSealException {
        String sealed = Seal.seal(PASSWORD, CONTEXT, otherKey);

        assertThat(Seal.open(sealed, CONTEXT, List.of(key, otherKey), NOW)).isEqualTo(PASSWORD);
    }

    @Test
    void aBrokenSealOfOnesOwnSaysMoreThanASealOfSomebodyElse_R_EVT_32008() {
        SealContext otherRequest = new SealContext("contoso", UUID.randomUUID(), "RESET", CONTEXT.expiresAt());
        String sealed = Seal.seal(PASSWORD, otherRequest, List.of(key, otherKey));

        assertFault(Fault.NOT_AUTHENTIC, () -> Seal.open(sealed, CONTEXT, key, NOW));
    }

    @Test
    void sealsForNobodyAreNotMade() {
        assertThatThrownBy(() -> Seal.seal(PASSWORD, CONTEXT, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void usesTheDocumentedAlgorithms_R_WB_31a() {
        String header = new String(
                Base64.getUrlDecoder().decode(Seal.seal(PASSWORD, CONTEXT, key).split("\\.")[0]));

        assertThat(header).contains("\"alg\":\"RSA-OAEP-256\"", "\"enc\":\"A256GCM\"", "\"kid\":\"agent-1\"");
    }

    @Test
    void holdsPasswordsLongerThanAnRsaBlock_R_WB_31c() throws BrokenSealException {
        Secret longest = Secret.of("山".repeat(256));

        assertThat(Seal.open(Seal.seal(longest, CONTEXT, key), CONTEXT, key, NOW))
                .isEqualTo(longest);
    }

    @Test
    void sealingTwiceLooksDifferent() {
        assertThat(Seal.seal(PASSWORD, CONTEXT, key)).isNotEqualTo(Seal.seal(PASSWORD, CONTEXT, key));
    }

    @Test
    void staysClosedForAnotherKey_R_EVT_32004() {
        String sealed = Seal.seal(PASSWORD, CONTEXT, otherKey);

        assertFault(Fault.KEY_MISMATCH, () -> Seal.open(sealed, CONTEXT, key, NOW));
    }

    @Test
    void staysClosedForAKeyThatOnlyBearsTheSameName() throws JoseException {
        String sealed = Seal.seal(PASSWORD, CONTEXT, key("agent-1"));

        assertFault(Fault.NOT_AUTHENTIC, () -> Seal.open(sealed, CONTEXT, key, NOW));
    }

    @Test
    void cannotBeMovedToAnotherTenantRequestOperationOrTime_R_WB_31a() {
        String sealed = Seal.seal(PASSWORD, CONTEXT, key);
        UUID id = CONTEXT.requestId();
        Instant expiry = CONTEXT.expiresAt();

        for (SealContext other : new SealContext[] {
            new SealContext("fabrikam", id, "RESET", expiry),
            new SealContext("contoso", UUID.randomUUID(), "RESET", expiry),
            new SealContext("contoso", id, "CHANGE", expiry),
            new SealContext("contoso", id, "RESET", expiry.plusSeconds(1))
        }) {
            assertFault(Fault.NOT_AUTHENTIC, () -> Seal.open(sealed, other, key, NOW));
        }
    }

    @Test
    void staysClosedOnceExpired_R_WB_31f() {
        String sealed = Seal.seal(PASSWORD, CONTEXT, key);

        assertFault(Fault.EXPIRED, () -> Seal.open(sealed, CONTEXT, key, CONTEXT.expiresAt()));
    }

    @Test
    void refusesWhatIsTooLongUnopened_R_WB_31d() {
        assertFault(Fault.NOT_AUTHENTIC, () -> Seal.open("a".repeat(Seal.MAX_LENGTH + 1), CONTEXT, key, NOW));
    }

    @Test
    void staysClosedAfterTampering() {
        String sealed = Seal.seal(PASSWORD, CONTEXT, key);
        String[] parts = sealed.split("\\.");
        parts[3] = (parts[3].charAt(0) == 'A' ? "B" : "A") + parts[3].substring(1);

        assertFault(Fault.NOT_AUTHENTIC, () -> Seal.open(String.join(".", parts), CONTEXT, key, NOW));
    }

    @Test
    void secretPrintsAConstant() {
        assertThat(PASSWORD).hasToString("Secret[hidden]");
    }

    private static void assertFault(Fault fault, ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .asInstanceOf(InstanceOfAssertFactories.type(BrokenSealException.class))
                .extracting(BrokenSealException::fault)
                .isEqualTo(fault);
    }

    private static RsaJsonWebKey key(String id) throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(id);
        return key;
    }
}
