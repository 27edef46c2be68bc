package io.sspr.reset.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.PhoneNumber;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecoyAccountTest {
    private static final Account MODEL = TestDirectory.account()
            .mobilePhone("+81 9012345678")
            .officePhone("+49 301234567x89")
            .alternateEmail(TestDirectory.MAIL)
            .person("Alice", "Archer")
            .mail("alice@contoso.example")
            .build();

    @Test
    void isTheSameForTheSameNameAtAnyTime_R_ERR_91() {
        Account first = decoy("hash of a name", MODEL);
        Account second = decoy("hash of a name", MODEL);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(phone(second)).isEqualTo(phone(first));
        assertThat(mail(second)).isEqualTo(mail(first));
    }

    @Test
    void differsFromNameToName_R_ERR_91() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> decoy("hash " + i, MODEL))
                        .map(decoy -> decoy.resetMail().orElseThrow().mask() + " "
                                + decoy.resetPhone().orElseThrow().mask())
                        .distinct())
                .hasSizeGreaterThan(90);
    }

    @Test
    void looksLikeAUserWithMailAndPhone_R_ERR_91() {
        Account decoy = decoy("hash of a name", MODEL);

        assertThat(decoy.resetPhone().orElseThrow().mask()).matches("\\+\\*\\* \\*{8}[0-9]{2}");
        assertThat(decoy.officePhone().orElseThrow().mask()).matches("\\+\\*\\* \\*{7}[0-9]{2}");
        assertThat(decoy.resetMail().orElseThrow().mask())
                .matches("[a-z]{2}\\*{4}@(gmail|outlook|icloud)\\.com|[a-z]{2}\\*{4}@yahoo\\.co\\.jp");
        assertThat(decoy.tenantId()).isEqualTo(TestDirectory.TENANT);
        assertThat(decoy.isEnabled()).isTrue();
        assertThat(decoy.isGuest()).isFalse();
        assertThat(decoy.isAdministrator()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"+1 4251234567, +1 0{8}[0-9]{2}", "+81 9012345678, +81 0{8}[0-9]{2}", "+354 4101234, +354 0{5}[0-9]{2}"
    })
    void hasNumbersOfTheModelsCountryAndLengthThatAreNobodys_R_ERR_91(String real, String madeUp) {
        Account model = TestDirectory.account().mobilePhone(real).build();

        assertThat(IntStream.range(0, 500).mapToObj(i -> phone(decoy("hash " + i, model))))
                .allMatch(number -> number.matches(madeUp.replace("+", "\\+")));
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPasswordWhereTheModelDoes_R_ERR_91(AccountKind kind) {
        assertThat(decoy("a", TestDirectory.account().kind(kind).build()).kind())
                .isEqualTo(kind);
    }

    @Test
    void hasWhatTheModelHas_R_ERR_91() {
        Account byMail = decoy(
                "a", TestDirectory.account().alternateEmail(TestDirectory.MAIL).build());
        Account byPhone =
                decoy("a", TestDirectory.account().mobilePhone("+1 425x1").build());

        assertThat(byMail.resetMail()).isPresent();
        assertThat(byMail.resetPhone()).isEmpty();
        assertThat(byPhone.resetMail()).isEmpty();
        assertThat(byPhone.resetPhone()).as("as malformed as the model's").isEmpty();
    }

    @Test
    void holdsNothingWhereNobodyDoes_R_ERR_91() {
        Account decoy = decoy("a", null);

        assertThat(decoy.resetMail()).isEmpty();
        assertThat(decoy.resetPhone()).isEmpty();
        assertThat(decoy.officePhone()).isEmpty();
        assertThat(decoy.kind()).isEqualTo(AccountKind.CLOUD_ONLY);
    }

    @Test
    void holdsNothingOfARealAccount_R_ERR_91() {
        Account decoy = decoy("hash of alice@contoso.example", MODEL);

        assertThat(decoy.id()).isNotEqualTo(MODEL.id());
        assertThat(decoy.userPrincipalName()).isEmpty();
        assertThat(decoy.displayName()).isNull();
        assertThat(decoy.names()).isEmpty();
        assertThat(decoy.passwordHash()).isEmpty();
        assertThat(decoy.primaryMail()).isEmpty();
        assertThat(decoy.roles()).isEmpty();
        assertThat(decoy.cloudAnchor()).isNull();
        assertThat(mail(decoy)).doesNotContain("private.example");
    }

    private static Account decoy(String subject, Account model) {
        return DecoyAccount.of(DecoyAccount.id(subject), TestDirectory.TENANT, Optional.ofNullable(model));
    }

    private static String phone(Account account) {
        return account.resetPhone().map(PhoneNumber::stored).orElseThrow();
    }

    private static String mail(Account account) {
        return account.resetMail().map(MailAddress::stored).orElseThrow();
    }
}
