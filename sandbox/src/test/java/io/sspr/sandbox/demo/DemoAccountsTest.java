package io.sspr.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.demo.DemoAccount.Kind;
import io.sspr.sandbox.demo.DemoAccount.OnPremises;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DemoAccountsTest {
    static final List<DemoAccount> ALL = DemoAccounts.ALL;

    @Test
    void namesPasswordsAndAnchorsAreUnique() {
        assertThat(ALL).extracting(DemoAccount::upn).doesNotHaveDuplicates();
        assertThat(ALL).extracting(DemoAccount::name).doesNotHaveDuplicates();
        assertThat(ALL).extracting(DemoAccount::displayName).doesNotHaveDuplicates();
        assertThat(ALL).extracting(DemoAccount::initialPassword).doesNotHaveDuplicates();
        assertThat(ALL)
                .extracting(DemoAccount::cloudAnchor)
                .filteredOn(Objects::nonNull)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyAccountIsComplete(DemoAccount account) {
        assertThat(account.upn()).endsWith("@" + account.tenant() + ".example");
        assertThat(account.displayName()).isNotBlank();
        assertThat(account.givenName()).isNotBlank();
        assertThat(account.surname()).isNotBlank();
        assertThat(account.language()).isIn("en", "ja");
        assertThat(account.shows()).endsWith(".");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void onlyAccountsMasteredOnPremisesHaveAnAnchor(DemoAccount account) {
        if (account.kind() == Kind.CLOUD_ONLY) {
            assertThat(account.cloudAnchor()).isNull();
            assertThat(account.onPremises()).isEqualTo(OnPremises.NONE);
        } else {
            assertThat(Base64.getDecoder().decode(account.cloudAnchor())).hasSize(16);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void onlyContosoHasADirectory(DemoAccount account) {
        boolean expectsObject =
                account.kind() != Kind.CLOUD_ONLY && account.tenant().equals("contoso");
        assertThat(account.onPremises() != OnPremises.NONE).isEqualTo(expectsObject);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void phonesAreStoredWellFormedSaveForMax_R_PHN_01(DemoAccount account) {
        boolean wellFormed = Stream.of(account.mobilePhone(), account.officePhone(), account.authenticationPhone())
                .filter(Objects::nonNull)
                .allMatch(phone -> phone.matches("\\+[1-9][0-9]{0,2} [0-9]{4,14}"));
        assertThat(wellFormed).isEqualTo(!account.name().equals("max"));
    }

    @Test
    void nobodySharesContactData() {
        assertThat(ALL.stream().flatMap(DemoAccountsTest::contactData)).doesNotHaveDuplicates();
    }

    @Test
    void onlyMiaAndThoseWhoRegisterOnTheWayHaveNothingToVerifyWith() {
        assertThat(ALL)
                .filteredOn(account -> contactData(account).findAny().isEmpty())
                .extracting(DemoAccount::name)
                .containsExactly("mia", "rosa", "toby", "sven", "ines", "zoe");
    }

    @Test
    void anchorsNeverChange() {
        assertThat(DemoAccounts.named("petra").cloudAnchor()).isEqualTo("A1rdAJBZPRuOM679Ex+anw==");
    }

    private static Stream<String> contactData(DemoAccount account) {
        return Stream.of(
                        account.alternateEmail(),
                        account.mobilePhone(),
                        account.officePhone(),
                        account.authenticationPhone(),
                        account.alias())
                .filter(Objects::nonNull);
    }

    @Test
    void accountsDoNotPrintTheirPassword() {
        assertThat(ALL).allSatisfy(account -> assertThat(account.toString()).doesNotContain(account.initialPassword()));
    }
}
