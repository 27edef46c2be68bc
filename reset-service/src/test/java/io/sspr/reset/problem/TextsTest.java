package io.sspr.reset.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern FAULT =
            Pattern.compile("\"((?:import|body|header|policy|question|bannedTerm|securityInfo|agent)\\.[A-Za-z]+)\"");
    private static final Pattern RULES = Pattern.compile("enum Rule \\{([^}]*)}");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    @Test
    void existForEverythingThatIsSaidAndForNothingElse() {
        Set<String> wanted = Stream.of(problems(), codes(), faults(), rules(), Stream.of("refused.title"))
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(keys(Language.EN)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void existInBothLanguages() {
        assertThat(keys(Language.JA)).containsExactlyInAnyOrderElementsOf(keys(Language.EN));
    }

    @ParameterizedTest
    @EnumSource
    void sayTheirThing(Language language) {
        assertThat(keys(language)).allSatisfy(key -> {
            assertThat(Texts.get(language, key)).as(key).isNotBlank();
            assertThat(Texts.get(language, key))
                    .as(key)
                    .isEqualTo(Texts.get(language, key).strip());
        });
    }

    @Test
    void areWrittenInTheirLanguage() {
        assertThat(keys(Language.JA))
                .allSatisfy(
                        key -> assertThat(Texts.get(Language.JA, key)).as(key).containsPattern(JAPANESE));
        assertThat(keys(Language.EN))
                .allSatisfy(
                        key -> assertThat(Texts.get(Language.EN, key)).as(key).doesNotContainPattern(JAPANESE));
    }

    @Test
    void haveOneTitleForTheEightCodes() {
        assertThat(Texts.get(Language.EN, "refused.title")).isEqualTo("We're sorry");
        assertThat(Texts.get(Language.JA, "refused.title")).isEqualTo("申し訳ございません");
    }

    @ParameterizedTest
    @CsvSource({
        "SSPR_0009.detail,        switched off,                   オフ", //                      R-ERR-09
        "SSPR_0010.detail,        not turned on,                  サービスが有効になっていない", //   R-ERR-10
        "SSPR_0010.technical,     writeback is off,               ライトバックがオフ", //           R-ERR-10
        "SSPR_0011.detail,        has not been set up,            構成が済んでいない", //           R-ERR-11
        "SSPR_0012.detail,        Licences,                       ライセンス", //                  R-ERR-12
        "SSPR_0013.detail,        account,                        アカウントはパスワード リセットの対象に設定されていない", // R-ERR-13
        "SSPR_0013.technical,     outside the SSPR group,         対象グループに含まれていません", // R-ERR-13
        "SSPR_0014.detail,        information needed to verify,   本人確認用の情報が足りない", //     R-ERR-14
        "SSPR_0014.technical,     /ssprsetup,                     /ssprsetup", //                 R-ERR-14
        "SSPR_0029.detail.before, fault in its setup,             構成に問題がある", //             R-ERR-29
        "SSPR_0029.technical,     configuration,                  構成に誤り", //                  R-ERR-29
        "SSPR_0030.detail,        cannot reach your organisation, 組織との接続に問題", //           R-ERR-30
        "SSPR_0030.technical,     could not be reached in time,   時間内に通信できません" //         R-ERR-30
    })
    void eachCodeSaysWhatItMeans_R_ERR_09_R_ERR_30(String key, String english, String japanese) {
        assertThat(Texts.get(Language.EN, key)).contains(english);
        assertThat(Texts.get(Language.JA, key)).contains(japanese);
    }

    @ParameterizedTest
    @EnumSource(SsprCode.class)
    void everyCodeNamesTheAdministratorAsTheOneToAsk_R_ERR_43(SsprCode code) {
        String detail =
                code.code() + (code == SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED ? ".detail.before" : ".detail");

        assertThat(Texts.get(Language.EN, detail)).contains("administrator");
        assertThat(Texts.get(Language.JA, detail)).contains("管理者");
        assertThat(Texts.get(Language.EN, code.code() + ".remedy")).contains("Administrator");
        assertThat(Texts.get(Language.JA, code.code() + ".remedy")).contains("管理者の方");
    }

    @ParameterizedTest
    @EnumSource(SsprCode.class)
    void onlyCode30InvitesTheUserToTryAgain_R_ERR_40(SsprCode code) {
        boolean invitesInEnglish = keys(Language.EN).stream()
                .filter(key -> key.startsWith(code.code() + "."))
                .anyMatch(key -> Texts.get(Language.EN, key).toLowerCase().contains("try again"));
        boolean invitesInJapanese = keys(Language.JA).stream()
                .filter(key -> key.startsWith(code.code() + "."))
                .anyMatch(key -> Texts.get(Language.JA, key).contains("もう一度"));

        assertThat(invitesInEnglish).isEqualTo(code == SsprCode.ON_PREMISES_CONNECTIVITY_ERROR);
        assertThat(invitesInJapanese).isEqualTo(code == SsprCode.ON_PREMISES_CONNECTIVITY_ERROR);
    }

    @Test
    void code14AsksToRegisterLater_R_ERR_40() {
        assertThat(Texts.get(Language.EN, "SSPR_0014.detail")).contains("register");
        assertThat(Texts.get(Language.JA, "SSPR_0014.detail")).contains("登録してください");
    }

    @Test
    void code29ApologisesBeforeTheGatesOnly_R_ERR_29_R_ERR_41() {
        assertThat(Texts.get(Language.EN, "SSPR_0029.detail.before")).contains("sorry");
        assertThat(Texts.get(Language.EN, "SSPR_0029.detail.after")).doesNotContain("sorry");
        assertThat(Texts.get(Language.JA, "SSPR_0029.detail.before")).contains("申し訳ございません");
        assertThat(Texts.get(Language.JA, "SSPR_0029.detail.after")).doesNotContain("申し訳ございません");
    }

    private static Stream<String> problems() {
        return Stream.of(ProblemName.values())
                .flatMap(name -> Stream.of(".title", ".detail", ".remedy").map(part -> name.code() + part));
    }

    private static Stream<String> codes() {
        return Stream.of(SsprCode.values())
                .flatMap(code -> (code == SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED
                                ? Stream.of(".detail.before", ".detail.after", ".technical", ".remedy")
                                : Stream.of(".detail", ".technical", ".remedy"))
                        .map(part -> code.code() + part));
    }

    private static Stream<String> faults() {
        return sources().flatMap(source -> FAULT.matcher(source).results().map(found -> found.group(1)));
    }

    private static Stream<String> rules() {
        return sources()
                .flatMap(source -> RULES.matcher(source).results().map(MatchResult::group))
                .flatMap(source ->
                        Pattern.compile("[A-Z]{2,}").matcher(source).results().map(MatchResult::group))
                .map(rule -> "rule." + rule);
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(TextsTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(Language language) {
        return Texts.bundle(language).keySet();
    }
}
