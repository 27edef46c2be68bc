package io.sspr.reset.banned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules about banned passwords as plainly as they can be written, by trying everything: what the fast evaluation is
 * compared with. For short texts only.
 */
final class PlainEvaluation {
    private final String text;
    private final List<String> terms;

    PlainEvaluation(String password, List<String> terms) {
        this.text = normalise(password);
        this.terms = terms.stream().map(PlainEvaluation::normalise).toList();
    }

    record Window(int start, int end, boolean fuzzy) {}

    /** Exact windows chosen first, then fuzzy ones in each run that these leave. Source: R-BAN-03, R-BAN-04. */
    List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        int gap = 0;
        for (Window exact : best(0, text.length(), false)) {
            windows.addAll(best(gap, exact.start(), true));
            windows.add(exact);
            gap = exact.end();
        }
        windows.addAll(best(gap, text.length(), true));
        return windows;
    }

    int points() {
        return points(windows(), text.length());
    }

    private List<Window> best(int from, int to, boolean fuzzy) {
        Comparator<List<Window>> order = Comparator.<List<Window>>comparingInt(choice -> points(choice, to - from))
                .thenComparingInt(choice -> -covered(choice))
                .thenComparing(PlainEvaluation::leftmostFirst);
        return choices(from, to, fuzzy).stream().min(order).orElseThrow();
    }

    /** Every way to choose windows without overlap from a run. */
    private List<List<Window>> choices(int from, int to, boolean fuzzy) {
        List<List<Window>> choices = new ArrayList<>();
        choices.add(List.of());
        for (int start = from; start < to; start++) {
            for (int end = start + 1; end <= to; end++) {
                if (isWindow(start, end, fuzzy)) {
                    for (List<Window> rest : choices(end, to, fuzzy)) {
                        List<Window> choice = new ArrayList<>(List.of(new Window(start, end, fuzzy)));
                        choice.addAll(rest);
                        choices.add(choice);
                    }
                }
            }
        }
        return choices;
    }

    private boolean isWindow(int start, int end, boolean fuzzy) {
        String window = text.substring(start, end);
        return terms.stream()
                .anyMatch(term -> fuzzy ? term.length() >= 5 && distance(term, window) == 1 : term.equals(window));
    }

    private static int leftmostFirst(List<Window> one, List<Window> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int byStart = Integer.compare(one.get(i).start(), other.get(i).start());
            int byLength = Integer.compare(other.get(i).end(), one.get(i).end());
            if (byStart != 0 || byLength != 0) {
                return byStart != 0 ? byStart : byLength;
            }
        }
        return 0;
    }

    private static int points(List<Window> choice, int length) {
        return choice.size() + length - covered(choice);
    }

    private static int covered(List<Window> choice) {
        return choice.stream().mapToInt(window -> window.end() - window.start()).sum();
    }

    private static String normalise(String text) {
        StringBuilder normalised = new StringBuilder();
        for (char c : text.toCharArray()) {
            int lookAlike = "01$@".indexOf(c);
            normalised.append(lookAlike >= 0 ? "olsa".charAt(lookAlike) : Character.toLowerCase(c));
        }
        return normalised.toString();
    }

    /** Levenshtein's distance. */
    static int distance(String one, String other) {
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                } else {
                    int replaced = distance[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                    distance[i][j] = Math.min(replaced, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
                }
            }
        }
        return distance[one.length()][other.length()];
    }
}
