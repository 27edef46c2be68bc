package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LockoutTest extends DirectoryFixture {
    private static final String NEW = "Brave-Otter-77";
    private static final String WRONG = "Wrong-Password-1";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private LdapClient service;

    @BeforeEach
    void bind() throws LDAPException, GeneralSecurityException {
        directory.apply(DomainPolicy.DEFAULT.withLockout(3, HALF_AN_HOUR));
        service = LdapClient.asService(directory);
    }

    @AfterEach
    void unbind() {
        service.close();
    }

    @Test
    void locksOutAtTheThreshold_R_LOK_06() throws GeneralSecurityException {
        assertThat(answers(WRONG, WRONG, PETRAS_PASSWORD)).isEqualTo("52e 52e in");
        assertThat(answers(WRONG, WRONG, WRONG, PETRAS_PASSWORD)).isEqualTo("52e 52e 52e 775");
    }

    @Test
    void neverLocksOutWithoutAThreshold() throws GeneralSecurityException {
        directory.apply(DomainPolicy.DEFAULT);

        assertThat(answers(WRONG, WRONG, WRONG, WRONG, WRONG, WRONG, PETRAS_PASSWORD))
                .isEqualTo("52e 52e 52e 52e 52e 52e in");
    }

    @Test
    void wrongOldPasswordsOfChangesCountAsWell_R_EVT_33006() {
        for (int i = 0; i < 3; i++) {
            assertThat(change(WRONG)).startsWith("00000056:");
        }

        assertThat(change(PETRAS_PASSWORD)).startsWith("00000775:");
    }

    @Test
    void theTwoPasswordsBeforeThePresentOneDoNotCount() throws GeneralSecurityException {
        service.reset(PETRA, "Former-Otter-75");
        service.reset(PETRA, "Former-Otter-76");
        service.reset(PETRA, NEW);

        assertThat(answers("Former-Otter-75", "Former-Otter-76", "Former-Otter-75", "Former-Otter-76", NEW))
                .isEqualTo("52e 52e 52e 52e in");
        assertThat(answers(PETRAS_PASSWORD, PETRAS_PASSWORD, PETRAS_PASSWORD, NEW))
                .isEqualTo("52e 52e 52e 775");
    }

    @Test
    void lockoutEndsByItselfAndCountingStartsAnew() throws GeneralSecurityException {
        answers(WRONG, WRONG, WRONG);

        CLOCK.advance(HALF_AN_HOUR);

        assertThat(answers(WRONG, WRONG, PETRAS_PASSWORD)).isEqualTo("52e 52e in");
    }

    @Test
    void unlockingStartsCountingAnew_R_WB_34() throws GeneralSecurityException {
        answers(WRONG, WRONG, WRONG);

        service.replace(PETRA, "lockoutTime", "0");

        assertThat(answers(WRONG, WRONG, PETRAS_PASSWORD)).isEqualTo("52e 52e in");
    }

    @Test
    void resettingUnlocksOnlyIfItSaysSo_R_WB_32() throws GeneralSecurityException {
        answers(WRONG, WRONG, WRONG);

        service.reset(PETRA, NEW);

        assertThat(answers(NEW)).isEqualTo("775");
    }

    private String change(String oldPassword) {
        LDAPResult result = service.change(PETRA, oldPassword, NEW);
        return result.getDiagnosticMessage();
    }

    /** What sign-ins with these passwords are answered, one after the other: a data code, or "in". */
    private static String answers(String... passwords) throws GeneralSecurityException {
        StringBuilder answers = new StringBuilder();
        for (String password : passwords) {
            answers.append(' ').append(answer(password));
        }
        return answers.substring(1);
    }

    private static String answer(String password) throws GeneralSecurityException {
        try {
            LdapClient.bound(directory, "CORP\\petra", password).close();
            return "in";
        } catch (LDAPException refused) {
            return refused.getDiagnosticMessage().replaceAll(".* data ([0-9a-f]+),.*", "$1");
        }
    }
}
