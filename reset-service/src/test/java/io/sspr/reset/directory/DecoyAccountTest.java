package io.sspr.reset.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.PhoneNumber;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecoyAccountTest {
    @Test
    void isTheSameForTheSameNameAtAnyTime_R_ERR_91() {
        Account first = DecoyAccount.of(TestDirectory.TENANT, "hash of a name");
        Account second = DecoyAccount.of(TestDirectory.TENANT, "hash of a name");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(phone(second)).isEqualTo(phone(first));
        assertThat(mail(second)).isEqualTo(mail(first));
    }

    @Test
    void differsFromNameToName_R_ERR_91() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> DecoyAccount.of(TestDirectory.TENANT, "hash " + i))
                        .map(decoy -> decoy.resetMail().orElseThrow().mask() + " "
                                + decoy.resetPhone().orElseThrow().mask())
                        .distinct())
                .hasSizeGreaterThan(90);
    }

    @Test
    void looksLikeAUserWithMailAndPhone_R_ERR_91() {
        Account decoy = DecoyAccount.of(TestDirectory.TENANT, "hash of a name");

        assertThat(decoy.resetPhone().orElseThrow().mask()).matches("\\+\\* \\*{8}[0-9]{2}");
        assertThat(decoy.resetMail().orElseThrow().mask())
                .matches("[a-z]{2}\\*{4}@(gmail|outlook|icloud)\\.com|[a-z]{2}\\*{4}@yahoo\\.co\\.jp");
        assertThat(decoy.tenantId()).isEqualTo(TestDirectory.TENANT);
        assertThat(decoy.isEnabled()).isTrue();
        assertThat(decoy.isGuest()).isFalse();
        assertThat(decoy.isAdministrator()).isFalse();
    }

    @Test
    void hasNumbersThatAreNobodys_R_ERR_91() {
        assertThat(IntStream.range(0, 500).mapToObj(i -> phone(DecoyAccount.of(TestDirectory.TENANT, "hash " + i))))
                .allMatch(number -> number.matches("\\+1 20255501[0-9]{2}"));
    }

    @Test
    void holdsNothingOfARealAccount_R_ERR_91() {
        Account decoy = DecoyAccount.of(TestDirectory.TENANT, "hash of alice@contoso.example");

        assertThat(decoy.userPrincipalName()).isEmpty();
        assertThat(decoy.displayName()).isNull();
        assertThat(decoy.names()).isEmpty();
        assertThat(decoy.passwordHash()).isEmpty();
        assertThat(decoy.primaryMail()).isEmpty();
        assertThat(decoy.roles()).isEmpty();
        assertThat(decoy.cloudAnchor()).isNull();
    }

    private static String phone(Account account) {
        return account.resetPhone().map(PhoneNumber::stored).orElseThrow();
    }

    private static String mail(Account account) {
        return account.resetMail().map(MailAddress::stored).orElseThrow();
    }
}
