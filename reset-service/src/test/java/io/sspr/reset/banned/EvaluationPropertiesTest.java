package io.sspr.reset.banned;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.banned.Evaluation.Match;
import io.sspr.reset.banned.Evaluation.Verdict;
import io.sspr.reset.banned.PlainEvaluation.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.statistics.Statistics;

/** What holds for every password and every list. Letters are few, so that terms meet, nest and overlap often. */
class EvaluationPropertiesTest {
    private static final int MOST_TERMS = 6;
    private static final int LONGEST = 14;

    @Property(tries = 3000)
    void agreesWithThePlainRules_R_BAN_03_R_BAN_04_R_BAN_06(@ForAll("cases") Case given) {
        PlainEvaluation plain = new PlainEvaluation(given.password(), given.terms());
        Evaluation evaluation = given.evaluation();

        Statistics.collect(kinds(evaluation));
        assertThat(windows(evaluation)).isEqualTo(plain.windows());
        assertThat(evaluation.points()).isEqualTo(plain.points());
    }

    @Property(tries = 1000)
    void listOfATermDoesNotMatter_R_BAN_01(@ForAll("cases") Case given, @ForAll @IntRange(max = MOST_TERMS) int cut) {
        int global = Math.min(cut, given.terms().size());
        BannedPasswords banned = BannedPasswords.of(
                given.terms().subList(0, global),
                given.terms().subList(global, given.terms().size()));

        assertThat(windows(banned.evaluate(Secret.of(given.password()), List.of())))
                .isEqualTo(windows(given.evaluation()));
    }

    @Property
    void normalisingTwiceChangesNothing_R_BAN_02(@ForAll String text) {
        assertThat(Normalise.text(Normalise.text(text))).isEqualTo(Normalise.text(text));
    }

    @Property(tries = 1000)
    void caseAndLookAlikesDoNotMatter_R_BAN_02(@ForAll("cases") Case given) {
        String disguised =
                given.password().toUpperCase(Locale.ROOT).replace('A', '@').replace('O', '0');

        assertThat(evaluate(disguised, given.terms())).isEqualTo(given.evaluation());
    }

    @Property(tries = 1000)
    void matchesLieInThePasswordFromLeftToRightWithoutOverlap_R_BAN_03(@ForAll("cases") Case given) {
        int end = 0;
        for (Match match : given.evaluation().matches()) {
            assertThat(match.start()).isGreaterThanOrEqualTo(end);
            assertThat(match.end())
                    .isGreaterThan(match.start())
                    .isLessThanOrEqualTo(given.password().length());
            end = match.end();
        }
    }

    @Property(tries = 1000)
    void matchIsTheTermOrOneEditAwayFromIt_R_BAN_04(@ForAll("cases") Case given) {
        for (Match match : given.evaluation().matches()) {
            String window = given.password().substring(match.start(), match.end());
            assertThat(given.terms()).contains(match.term());
            assertThat(PlainEvaluation.distance(match.term(), window)).isEqualTo(match.fuzzy() ? 1 : 0);
        }
    }

    @Property(tries = 1000)
    void noExactTermRemainsOutsideTheMatches_R_BAN_03(@ForAll("cases") Case given) {
        StringBuilder rest = new StringBuilder(given.password());
        given.evaluation().matches().stream()
                .filter(match -> !match.fuzzy())
                .forEach(match -> rest.replace(match.start(), match.end(), "-".repeat(match.length())));

        assertThat(given.terms()).noneMatch(term -> rest.indexOf(term) >= 0);
    }

    @Property(tries = 1000)
    void pointsAreAtMostTheCharacters_R_BAN_06(@ForAll("cases") Case given) {
        Evaluation evaluation = given.evaluation();

        assertThat(evaluation.points())
                .isBetween(given.password().isEmpty() ? 0 : 1, given.password().length());
        assertThat(evaluation.points() == given.password().length())
                .isEqualTo(evaluation.matches().isEmpty());
        assertThat(evaluation.isAccepted()).isEqualTo(evaluation.points() >= 5);
    }

    /* It may have completed a term, and then anything can happen; but if it takes part in no match, it is worth one
     * point and changes nothing else. */
    @Property(tries = 3000)
    void characterThatTakesPartInNoMatchIsWorthOnePoint_R_BAN_06(
            @ForAll("cases") Case given, @ForAll("letters") char more) {
        Evaluation before = given.evaluation();
        Evaluation after = evaluate(given.password() + more, given.terms());
        Assume.that(windows(after).stream()
                .noneMatch(window -> window.end() > given.password().length()));

        assertThat(after.points()).isEqualTo(before.points() + 1);
        assertThat(after.matches()).isEqualTo(before.matches());
    }

    @Property(tries = 3000)
    void foreignCharactersAtTheEndsNeverLowerThePoints_R_BAN_06(@ForAll("cases") Case given) {
        assertThat(evaluate("--" + given.password() + "--", given.terms()).points())
                .isGreaterThanOrEqualTo(given.evaluation().points());
    }

    /* A term that does occur may cut a fuzzy match of a longer one in two, and so raise the points: exact matches come
     * first. */
    @Property(tries = 3000)
    void furtherTermThatDoesNotOccurNeverRaisesThePoints_R_BAN_04(
            @ForAll("cases") Case given, @ForAll("term") String further) {
        Assume.that(!given.password().contains(further));

        assertThat(evaluate(given.password(), with(given.terms(), further)).points())
                .isLessThanOrEqualTo(given.evaluation().points());
    }

    @Property(tries = 3000)
    void furtherTermNeverRaisesThePointsOfExactMatches_R_BAN_03(
            @ForAll("cases") Case given, @ForAll("term") String further) {
        List<String> exactOnly = firstFour(given.terms());

        assertThat(evaluate(given.password(), with(exactOnly, further.substring(0, 4)))
                        .points())
                .isLessThanOrEqualTo(evaluate(given.password(), exactOnly).points());
    }

    @Property(tries = 1000)
    void passwordWithANameIsRefusedWhateverThePoints_R_BAN_05(
            @ForAll("passwords") String before,
            @ForAll @StringLength(min = 4, max = 12) String name,
            @ForAll("passwords") String after) {
        Assume.that(name.equals(name.strip())
                && Normalise.text(before + name + after).contains(Normalise.text(name)));
        Evaluation evaluation =
                BannedPasswords.of(List.of(), List.of()).evaluate(Secret.of(before + name + after), List.of(name));

        boolean counts = Normalise.length(Normalise.text(name)) >= 4;
        assertThat(evaluation.verdict() == Verdict.NAME).isEqualTo(counts);
    }

    /** A list of terms, and a password made of some of them, of some with an edit, and of single letters. */
    record Case(List<String> terms, String password) {
        Evaluation evaluation() {
            return evaluate(password, terms);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return term().list()
                .ofMaxSize(MOST_TERMS)
                .flatMap(terms -> passwordsOf(terms).map(password -> new Case(terms, password)));
    }

    private Arbitrary<String> passwordsOf(List<String> terms) {
        Arbitrary<String> letters = passwords().ofMaxLength(3);
        Arbitrary<String> pieces = terms.isEmpty()
                ? letters
                : Arbitraries.oneOf(letters, Arbitraries.of(terms), edited(Arbitraries.of(terms)));
        return pieces.list().ofMaxSize(4).map(list -> String.join("", list)).map(EvaluationPropertiesTest::cut);
    }

    private Arbitrary<String> edited(Arbitrary<String> terms) {
        return Combinators.combine(
                        terms,
                        Arbitraries.integers().between(0, 3),
                        passwords().ofMaxLength(1),
                        Arbitraries.integers().between(0, 1))
                .as((term, at, letter, without) -> term.substring(0, at) + letter + term.substring(at + without));
    }

    private static String cut(String password) {
        return password.substring(0, Math.min(password.length(), LONGEST));
    }

    @Provide
    StringArbitrary passwords() {
        return Arbitraries.strings().withChars("abo").ofMaxLength(LONGEST);
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().with("abo-");
    }

    @Provide
    Arbitrary<String> term() {
        return Arbitraries.strings().withChars("abo").ofMinLength(4).ofMaxLength(8);
    }

    private static Evaluation evaluate(String password, List<String> terms) {
        return BannedPasswords.of(List.of(), terms).evaluate(Secret.of(password), List.of());
    }

    private static List<String> firstFour(List<String> terms) {
        return terms.stream().map(term -> term.substring(0, 4)).toList();
    }

    private static List<String> with(List<String> terms, String further) {
        List<String> all = new ArrayList<>(terms);
        all.add(further);
        return all;
    }

    private static List<Window> windows(Evaluation evaluation) {
        return evaluation.matches().stream()
                .map(match -> new Window(match.start(), match.end(), match.fuzzy()))
                .toList();
    }

    private static Set<String> kinds(Evaluation evaluation) {
        Set<String> kinds = new HashSet<>();
        evaluation.matches().forEach(match -> kinds.add(match.fuzzy() ? "fuzzy" : "exact"));
        return kinds;
    }
}
