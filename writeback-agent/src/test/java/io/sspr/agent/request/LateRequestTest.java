package io.sspr.agent.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that another password has overtaken, and accounts that look ordinary. */
class LateRequestTest extends DirectoryFixture {
    private static final Instant FILE_TIME_ZERO = Instant.parse("1601-01-01T00:00:00Z");
    private static final String DOMAIN_ADMINS = "AQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAAAIAAA==";
    private static final String DOMAIN_USERS = "AQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAAQIAAA==";

    private SetPassword setPassword;

    @BeforeEach
    void prepare() {
        setPassword = new SetPassword(bringIntoForce(), directory);
    }

    @ParameterizedTest
    @CsvSource({"-60, true", "0, true", "2, true", "3, false", "20, false"})
    void requestNeverReplacesAPasswordThatWasSetAfterIt_R_WB_31f(int secondsAfterRequest, boolean isWritten)
            throws Exception {
        // Given
        addUserWhosePasswordWasSetAt(NOW.plusSeconds(secondsAfterRequest));

        // When
        Optional<Refusal> refusal = setPassword.set(request(Operation.RESET).askedForAt(NOW), NEW, first());

        // Then
        assertThat(refusal.isEmpty()).isEqualTo(isWritten);
        assertThat(server.behaviour().writes()).hasSize(isWritten ? 1 : 0);
        refusal.ifPresent(why -> {
            assertThat(why.verdict()).isEqualTo(WritebackVerdict.EXPIRED);
            assertThat(why.evidence()).containsEntry("state", "SUPERSEDED");
        });
    }

    @Test
    void directoryWithAFastClockMakesNoPasswordNewer_R_WB_31f() throws Exception {
        // Given: its clock is ten minutes ahead, and so is the time at which it says it set a password
        server.tellTime(NOW.plus(Duration.ofMinutes(10)));
        addUserWhosePasswordWasSetAt(NOW.plus(Duration.ofMinutes(9)));

        // Then
        assertThat(setPassword.set(request(Operation.RESET).askedForAt(NOW), NEW, first()))
                .isEmpty();
    }

    @Test
    void requestThatDoesNotSayWhenItWasMadeIsWritten_R_WB_31f() throws Exception {
        // Given
        addUserWhosePasswordWasSetAt(NOW.plusSeconds(20));

        // Then
        assertThat(setPassword.set(request(Operation.RESET), NEW, first())).isEmpty();
    }

    @Test
    void temporaryPasswordHasToBeChanged_R_WB_45() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // Then
        assertThat(setPassword.set(request(Operation.RESET_BY_ADMIN).toBeChangedAtNextSignIn(), NEW, first()))
                .isEmpty();
        assertThat(server.behaviour().writes())
                .singleElement()
                .satisfies(write -> assertThat(write.getModifications()).last().satisfies(last -> {
                    assertThat(last.getAttributeName()).isEqualTo("pwdLastSet");
                    assertThat(last.getValues()).containsExactly("0");
                }));
    }

    @ParameterizedTest
    @CsvSource({DOMAIN_ADMINS + ", false", DOMAIN_USERS + ", true"})
    void memberOfProtectedGroupIsRefusedBeforeItIsMarked_R_WB_13(String sid, boolean isWritten) throws Exception {
        // Given
        byte[] group = Base64.getDecoder().decode(sid);
        server.addUser("ehagens", ANCHOR, new Attribute("tokenGroups", group));

        // When
        Optional<Refusal> refusal = setPassword.set(request(Operation.RESET), NEW, first());

        // Then
        assertThat(refusal.isEmpty()).isEqualTo(isWritten);
        refusal.ifPresent(why -> {
            assertThat(why.verdict()).isEqualTo(WritebackVerdict.PROTECTED_ACCOUNT);
            assertThat(why.evidence()).containsEntry("protectedBy", "S-1-5-21-1-2-3-512");
        });
    }

    @Test
    void memberOfProtectedGroupMayChange_R_ADM_10() throws Exception {
        // Given
        byte[] group = Base64.getDecoder().decode(DOMAIN_ADMINS);
        server.addUser("ehagens", ANCHOR, new Attribute("tokenGroups", group));

        // Then
        assertThat(new ChangePassword(bringIntoForce(), directory).change(request(Operation.CHANGE), OLD, NEW, first()))
                .isEmpty();
    }

    @Test
    void expiredAccountIsRefused_R_EVT_33005() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("accountExpires", fileTime(NOW)));

        // When
        Refusal refusal =
                setPassword.set(request(Operation.RESET), NEW, first()).orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.ACCOUNT_DISABLED);
        assertThat(refusal.evidence()).containsEntry("expired", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9223372036854775807", "134500000000000000"})
    void accountThatDoesNotExpireYetIsNone_R_EVT_33005(String expires) throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("accountExpires", expires));

        // Then
        assertThat(setPassword.set(request(Operation.RESET), NEW, first())).isEmpty();
    }

    private void addUserWhosePasswordWasSetAt(Instant when) throws Exception {
        server.addUser("ehagens", ANCHOR);
        server.set(TestDirectory.dn("ehagens"), "pwdLastSet", fileTime(when));
    }

    private static String fileTime(Instant when) {
        return Long.toString(Duration.between(FILE_TIME_ZERO, when).toSeconds() * 10_000_000);
    }
}
