package io.sspr.reset.question;

import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds everything that is wrong with an organisation's settings for security questions. Source: R-CFG-09, R-CFG-10, R-CFG-11. */
public final class CheckQuestions {
    private static final int FEWEST = 3;
    private static final int MOST = 5;
    private static final int MOST_CUSTOM = 20;
    private static final int SHORTEST_TEXT = 3;
    private static final int LONGEST_TEXT = 200;

    private CheckQuestions() {}

    /**
     * Empty if the settings can be stored. Places are {@code sq.registerCount}, {@code sq.resetCount}, {@code sq.predefined}, {@code sq.custom} and
     * {@code sq.custom[0]}. That too few questions are defined matters only to an organisation that uses them.
     *
     * @param registerCount how many questions a user has to answer in advance
     * @param resetCount how many of these are asked
     * @param predefined names of {@link PredefinedQuestion}
     * @param custom texts as entered
     */
    public static List<Fault> check(int registerCount, int resetCount, Set<String> predefined, List<String> custom) {
        List<Optional<Fault>> faults = new ArrayList<>();
        faults.add(unless(isAllowed(registerCount), "sq.registerCount", "question.registerCount"));
        faults.add(
                unless(isAllowed(resetCount) && resetCount <= registerCount, "sq.resetCount", "question.resetCount"));
        faults.add(unless(
                predefined.stream()
                        .allMatch(name -> PredefinedQuestion.named(name).isPresent()),
                "sq.predefined",
                "question.unknown"));
        faults.add(unless(custom.size() <= MOST_CUSTOM, "sq.custom", "question.tooMany"));
        faults.add(unless(predefined.size() + custom.size() >= registerCount, "sq", "question.tooFewDefined"));
        faults.addAll(faultsOf(predefined, custom));
        return faults.stream().flatMap(Optional::stream).toList();
    }

    private static List<Optional<Fault>> faultsOf(Set<String> predefined, List<String> custom) {
        Set<String> known = normalForms(predefined);
        return IntStream.range(0, Math.min(custom.size(), MOST_CUSTOM))
                .mapToObj(i -> faultOf(custom.get(i), "sq.custom[" + i + "]", known))
                .toList();
    }

    private static Optional<Fault> faultOf(String text, String where, Set<String> known) {
        if (!isText(text)) {
            return Optional.of(new Fault(where, "question.text"));
        }
        return unless(known.add(NormalForm.of(text)), where, "question.twice");
    }

    /** A question of one's own that reads like a chosen predefined one is a duplicate, too. */
    private static Set<String> normalForms(Set<String> predefined) {
        Set<String> forms = new HashSet<>();
        predefined.stream()
                .flatMap(name -> PredefinedQuestion.named(name).stream())
                .flatMap(question -> Stream.of(Language.values()).map(question::text))
                .forEach(text -> forms.add(NormalForm.of(text)));
        return forms;
    }

    private static boolean isText(String text) {
        int length = NormalForm.length(text);
        return length >= SHORTEST_TEXT
                && length <= LONGEST_TEXT
                && NormalForm.trimmed(text).codePoints().noneMatch(CheckQuestions::isForbidden);
    }

    /** A line break, another control character, or half a character: nothing to show, and a database may refuse it. */
    private static boolean isForbidden(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isAllowed(int count) {
        return count >= FEWEST && count <= MOST;
    }

    private static Optional<Fault> unless(boolean holds, String where, String text) {
        return holds ? Optional.empty() : Optional.of(new Fault(where, text));
    }
}
