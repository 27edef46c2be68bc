package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.ldap.sdk.LDAPException;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class LockedDemoAccountTest extends DirectoryFixture {
    private static final DemoAccount LENA = DemoAccounts.named("lena");

    @Test
    void cannotSignInUntilUnlockedAndKeepsThePassword_R_WB_30() throws LDAPException, GeneralSecurityException {
        assertThatExceptionOfType(LDAPException.class)
                .isThrownBy(LockedDemoAccountTest::signIn)
                .withMessageContaining("775");

        try (LdapClient service = LdapClient.asService(directory)) {
            service.replace(LENA.name(), "lockoutTime", "0");
        }

        assertThat(signIn()).isTrue();
    }

    private static boolean signIn() throws LDAPException, GeneralSecurityException {
        try (LdapClient lena = LdapClient.bound(directory, LENA.upn(), LENA.initialPassword())) {
            return lena.connection().isConnected();
        }
    }
}
