package io.sspr.reset.banned;

import io.sspr.reset.banned.Evaluation.Match;
import io.sspr.reset.banned.Evaluation.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Picks, from matches that may overlap, those that leave the fewest points. If several choices do: the one that covers
 * more characters; then the one whose first different match begins further left or, at the same place, is longer.
 * Source: R-BAN-03.
 */
final class ChooseMatches {
    private final int from;
    private final int to;

    /* What the best choice for the rest of the run is worth, by where the rest begins; and its match there, if it has
     * one. */
    private final int[] points;
    private final int[] covered;
    private final Match[] here;

    private ChooseMatches(int from, int to) {
        this.from = from;
        this.to = to;
        points = new int[to - from + 1];
        covered = new int[to - from + 1];
        here = new Match[to - from + 1];
    }

    /**
     * The chosen matches, from left to right.
     *
     * @param candidates in any order, each within the run {@code [from, to)}
     */
    static List<Match> within(int from, int to, List<Match> candidates) {
        List<Match> fromTheRight = candidates.stream()
                .sorted(Comparator.comparingInt(Match::start).reversed())
                .toList();
        ChooseMatches choice = new ChooseMatches(from, to);
        int next = 0;
        for (int start = to - 1; start >= from; start--) {
            choice.leaveUncovered(start);
            while (next < fromTheRight.size() && fromTheRight.get(next).start() == start) {
                choice.consider(fromTheRight.get(next++));
            }
        }
        return choice.chosen();
    }

    private void leaveUncovered(int start) {
        int at = start - from;
        points[at] = points[at + 1] + 1;
        covered[at] = covered[at + 1];
    }

    private void consider(Match match) {
        int at = match.start() - from;
        int rest = match.end() - from;
        int newPoints = points[rest] + 1;
        int newCovered = covered[rest] + match.length();
        boolean better = newPoints != points[at]
                ? newPoints < points[at]
                : newCovered != covered[at] ? newCovered > covered[at] : isPreferred(match, here[at]);
        if (better) {
            points[at] = newPoints;
            covered[at] = newCovered;
            here[at] = match;
        }
    }

    /**
     * Between choices of equal worth. The administrator's term counts first, since its message is the more precise one.
     */
    private static boolean isPreferred(Match match, Match other) {
        if (other == null || match.length() != other.length()) {
            return other == null || match.length() > other.length();
        }
        return match.origin() == Origin.CUSTOM && other.origin() == Origin.GLOBAL;
    }

    private List<Match> chosen() {
        List<Match> chosen = new ArrayList<>();
        for (int at = from; at < to; ) {
            Match match = here[at - from];
            if (match == null) {
                at++;
            } else {
                chosen.add(match);
                at = match.end();
            }
        }
        return chosen;
    }
}
