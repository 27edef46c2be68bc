package io.sspr.agent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnPremisesPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final OnPremisesPolicy POLICY = new OnPremisesPolicy(7, true, 24, Duration.ofDays(1));
    private static final int NORMAL = 512;
    private static final int NO_PASSWORD_REQUIRED = 512 + 0x20;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            AD-01 | Tr0ub4dor      | ehagens | Erin M. Hagens | accept
            AD-02 | abcdefgh       | ehagens | Erin M. Hagens | COMPLEXITY
            AD-03 | abcdef1!       | ehagens | Erin M. Hagens | accept
            AD-04 | Abc1!          | ehagens | Erin M. Hagens | LENGTH
            AD-07 | Merino2024     | ehagens | Erin M. Hagens | DISPLAY_NAME
            AD-11 | Abcdefg_       | ehagens | Erin M. Hagens | accept
            AD-13 | パスワード2024a | tyamada | 山田 太郎        | accept
            AD-15 | 山田Passw0rd1   | tyamada | 山田 太郎        | accept
            """)
    void decidesTheVectorsOfTheSpecification_R_ADP_02(
            String vector, String password, String logonName, String displayName, String expected) {
        // Given
        DirectoryAccount account = account(logonName, displayName, NORMAL, NOW.minus(Duration.ofDays(30)));

        // When
        Optional<PolicyRule> broken = POLICY.brokenBy(Secret.of(password), account, NOW);

        // Then
        assertThat(broken.map(PolicyRule::name).orElse("accept")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            ÀÇÉàçé12       | accept     | diacritics have case
            ΑΒΓδεζ12       | accept     | Greek has case
            АБВгде12       | accept     | Cyrillic has case
            straßeß1       | COMPLEXITY | sharp s is lower case only
            abcdef€1       | COMPLEXITY | a currency sign counts for nothing
            abcdef£¥1      | COMPLEXITY | nor do others
            abcd ef1       | COMPLEXITY | nor does a space
            abcdef１２      | COMPLEXITY | nor do digits of another script
            漢字かな1234     | COMPLEXITY | kanji and kana are one category
            漢字カナー12a     | accept     | kanji, digits and lower case are three
            山田太郎花子次郎  | COMPLEXITY | one category alone
            ABCdefあい       | accept     | letters without case are the third
            𠮷野家abc12      | accept     | a letter outside the basic plane is one, too
            ABC123!!       | accept     | no lower case needed
            """)
    void countsKindsOfCharacters_R_ADP_02(String password, String expected, String why) {
        // Given
        DirectoryAccount account = account("zz", "", NORMAL, NOW.minus(Duration.ofDays(30)));

        // When
        Optional<PolicyRule> broken = POLICY.brokenBy(Secret.of(password), account, NOW);

        // Then
        assertThat(broken.map(PolicyRule::name).orElse("accept")).as(why).isEqualTo(expected);
    }

    @Test
    void countsEverySpecialOfTheList_R_ADP_02() {
        assertThat("~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/"
                        .codePoints()
                        .mapToObj(CharacterCategory::of)
                        .distinct())
                .containsExactly(Optional.of(CharacterCategory.SPECIAL));
    }

    @ParameterizedTest(name = "{0} of {1} / {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            xEHAGENSx1       | ehagens | Nobody          | ACCOUNT_NAME | anywhere, in any case
            Ehagen12         | ehagens | Nobody          | accept       | the whole name only
            Xajx1234         | aj      | Nobody          | accept       | shorter than three
            Xabc1234         | abc     | Nobody          | ACCOUNT_NAME | exactly three
            """)
    void forbidsTheLogonName_R_ADP_03(
            String password, String logonName, String displayName, String expected, String why) {
        // Given
        DirectoryAccount account = account(logonName, displayName, NORMAL, NOW.minus(Duration.ofDays(30)));

        // When
        Optional<PolicyRule> broken = POLICY.brokenBy(Secret.of(password), account, NOW);

        // Then
        assertThat(broken.map(PolicyRule::name).orElse("accept")).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} / {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            XHAGENSx1        | zz      | Erin-Hagens     | DISPLAY_NAME | split at hyphens
            XHAGENSx1        | zz      | Erin_Hagens     | DISPLAY_NAME | at underscores
            XHAGENSx1        | zz      | Erin#Hagens     | DISPLAY_NAME | at number signs
            XHAGENSx1        | zz      | Hagens,Erin     | DISPLAY_NAME | at commas
            XHAGENSx1        | zz      | Erin.Hagens     | DISPLAY_NAME | at periods
            XHAGENSx1        | zz      | Erin–Hagens     | DISPLAY_NAME | at dashes
            XHagen12         | zz      | Erin Hagens     | accept       | parts of tokens do not count
            XMary123         | zz      | Anna-Mary Li    | DISPLAY_NAME | every token counts
            XLiLi123         | zz      | Anna-Mary Li    | accept       | short tokens do not
            XO'Brien1        | zz      | Pat O'Brien     | DISPLAY_NAME | an apostrophe splits nothing
            xタナカ1234a      | zz      | タナカ 一郎      | DISPLAY_NAME | tokens of other scripts count
            """)
    void forbidsTokensOfTheDisplayName_R_ADP_04(
            String password, String logonName, String displayName, String expected, String why) {
        // Given
        DirectoryAccount account = account(logonName, displayName, NORMAL, NOW.minus(Duration.ofDays(30)));

        // When
        Optional<PolicyRule> broken = POLICY.brokenBy(Secret.of(password), account, NOW);

        // Then
        assertThat(broken.map(PolicyRule::name).orElse("accept")).as(why).isEqualTo(expected);
    }

    @Test
    void splitsDisplayNamesAtTabs_R_ADP_04() {
        // Given
        DirectoryAccount account = account("zz", "Erin\tHagens", NORMAL, NOW.minus(Duration.ofDays(30)));

        // Then
        assertThat(POLICY.brokenBy(Secret.of("Merino2024"), account, NOW)).contains(PolicyRule.DISPLAY_NAME);
    }

    @Test
    void countsLengthInUtf16UnitsAsTheDirectoryDoes_R_ADP_01() {
        // Given
        DirectoryAccount account = account("zz", "", NORMAL, NOW.minus(Duration.ofDays(30)));

        // Then: four code points, seven units
        assertThat(POLICY.brokenBy(Secret.of("A😀😀😀"), account, NOW)).contains(PolicyRule.COMPLEXITY);
        assertThat(POLICY.brokenBy(Secret.of("A1😀😀"), account, NOW)).contains(PolicyRule.LENGTH);
        assertThat(POLICY.brokenBy(Secret.of("A1a" + "x".repeat(253)), account, NOW))
                .isEmpty();
        assertThat(POLICY.brokenBy(Secret.of("A1a" + "x".repeat(254)), account, NOW))
                .contains(PolicyRule.LENGTH);
    }

    @Test
    void refusesWithinMinimumAgeAndAcceptsWithoutOne_AD_18_R_ADP_06() {
        // Given
        DirectoryAccount account = account("ehagens", "Erin M. Hagens", NORMAL, NOW.minus(Duration.ofHours(2)));
        OnPremisesPolicy ageless = new OnPremisesPolicy(7, true, 24, Duration.ZERO);

        // Then
        assertThat(POLICY.brokenBy(Secret.of("Tr0ub4dor"), account, NOW)).contains(PolicyRule.MINIMUM_AGE);
        assertThat(ageless.brokenBy(Secret.of("Tr0ub4dor"), account, NOW)).isEmpty();
    }

    @Test
    void acceptsFromTheVeryMomentTheMinimumAgeIsReached_R_ADP_06() {
        // Given
        DirectoryAccount old = account("zz", "", NORMAL, NOW.minus(Duration.ofDays(1)));
        DirectoryAccount almost =
                account("zz", "", NORMAL, NOW.minus(Duration.ofDays(1)).plusMillis(1));

        // Then
        assertThat(POLICY.brokenBy(Secret.of("Tr0ub4dor"), old, NOW)).isEmpty();
        assertThat(POLICY.brokenBy(Secret.of("Tr0ub4dor"), almost, NOW)).contains(PolicyRule.MINIMUM_AGE);
    }

    @Test
    void passwordThatMustBeChangedHasNoAge_R_ADP_06() {
        // Given
        DirectoryAccount account = new DirectoryAccount("CN=x", "zz", "", NORMAL, false, false, 0, 0, null);

        // Then
        assertThat(POLICY.brokenBy(Secret.of("Tr0ub4dor"), account, NOW)).isEmpty();
    }

    @Test
    void accountThatNeedsNoPasswordSkipsLengthAndComplexity_R_ADP_09() {
        // Given
        DirectoryAccount account = account("ehagens", "Erin", NO_PASSWORD_REQUIRED, NOW.minus(Duration.ofDays(30)));
        DirectoryAccount young = account("ehagens", "Erin", NO_PASSWORD_REQUIRED, NOW.minus(Duration.ofHours(2)));

        // Then
        assertThat(POLICY.brokenBy(Secret.of("a"), account, NOW)).isEmpty();
        assertThat(POLICY.brokenBy(Secret.of("a"), young, NOW)).contains(PolicyRule.MINIMUM_AGE);
        assertThat(POLICY.brokenBy(Secret.of(""), account, NOW)).contains(PolicyRule.LENGTH);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {NORMAL + 0x40, NORMAL + 0x10000, NORMAL + 0x40 + 0x10000})
    void neitherCannotChangeNorNeverExpiresBlocksANewPassword_R_ADP_09(int flags) {
        // Given
        DirectoryAccount account = account("ehagens", "Erin M. Hagens", flags, NOW.minus(Duration.ofDays(30)));

        // Then
        assertThat(POLICY.brokenBy(Secret.of("Tr0ub4dor"), account, NOW)).isEmpty();
        assertThat(POLICY.brokenBy(Secret.of("abcdefgh"), account, NOW)).contains(PolicyRule.COMPLEXITY);
    }

    @Test
    void checksNeitherKindsNorNamesWithoutComplexity_R_ADP_02() {
        // Given
        OnPremisesPolicy simple = new OnPremisesPolicy(7, false, 0, Duration.ZERO);
        DirectoryAccount account = account("ehagens", "Erin", NORMAL, NOW);

        // Then
        assertThat(simple.brokenBy(Secret.of("ehagens"), account, NOW)).isEmpty();
        assertThat(simple.brokenBy(Secret.of("abcdef"), account, NOW)).contains(PolicyRule.LENGTH);
    }

    private static DirectoryAccount account(String logonName, String displayName, int flags, Instant passwordSetAt) {
        Duration since1601 = Duration.between(Instant.parse("1601-01-01T00:00:00Z"), passwordSetAt);
        long units = since1601.getSeconds() * 10_000_000 + since1601.getNano() / 100;
        return new DirectoryAccount("CN=x", logonName, displayName, flags, false, false, units, 0, null);
    }
}
