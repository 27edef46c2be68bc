package io.sspr.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.demo.DemoAccount.Kind;
import io.sspr.sandbox.demo.DemoAccount.OnPremises;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
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
        boolean wellFormed =
                account.mobilePhone() == null || account.mobilePhone().matches("\\+[1-9][0-9]{0,2} [0-9]{4,14}");
        assertThat(wellFormed).isEqualTo(!account.name().equals("max"));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void onlyMiaHasNothingToVerifyWith(DemoAccount account) {
        boolean nothing = account.alternateEmail() == null
                && account.mobilePhone() == null
                && account.authenticationPhone() == null;
        assertThat(nothing).isEqualTo(account.name().equals("mia"));
    }

    @Test
    void anchorsNeverChange() {
        assertThat(DemoAccounts.named("petra").cloudAnchor()).isEqualTo("A1rdAJBZPRuOM679Ex+anw==");
    }

    @Test
    void accountsDoNotPrintTheirPassword() {
        assertThat(ALL).allSatisfy(account -> assertThat(account.toString()).doesNotContain(account.initialPassword()));
    }
}
