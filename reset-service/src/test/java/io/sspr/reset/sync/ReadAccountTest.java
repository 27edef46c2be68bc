package io.sspr.reset.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.sync.SyncedAccount;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAccountTest {
    private static final Set<String> DOMAINS = Set.of("contoso.example", "contoso.co.jp");

    @ParameterizedTest
    @CsvSource({"ja, ja", "ja-JP, ja", "en-GB, en", "de, ", "'  ', ", "nonsense language, "})
    void aLanguageIsOneThatThereAreTextsIn(String tag, String language) {
        assertThat(ReadAccount.read(account("a@contoso.example", tag)).preferredLanguage())
                .isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"erin@contoso.example", "Erin.O'Hara@CONTOSO.co.jp"})
    void aNameBelowADomainOfTheTenantIsPossible_R_UID_02(String name) {
        assertThat(ReadAccount.isName(name, DOMAINS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"erin@elsewhere.example", "erin", "er in@contoso.example", "@contoso.example"})
    void anyOtherNameIsNot_R_UID_02(String name) {
        assertThat(ReadAccount.isName(name, DOMAINS)).isFalse();
    }

    @Test
    void noNameIsNoName() {
        assertThat(ReadAccount.isName(null, DOMAINS)).isFalse();
    }

    @Test
    void whatTheDatabaseCannotStoreIsTakenAway() {
        SyncedAccount read = ReadAccount.read(
                new SyncedAccount("a", "a@contoso.example", "E\0rin", "", " ", null, "", null, null, true));

        assertThat(read.displayName()).isEqualTo("Erin");
        assertThat(read.givenName()).isNull();
        assertThat(read.surname()).isNull();
        assertThat(read.mobile()).isNull();
    }

    private static SyncedAccount account(String name, String language) {
        return new SyncedAccount("anchor", name, null, null, null, null, null, null, language, true);
    }
}
