package io.sspr.reset.banned;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.banned.Evaluation.Match;
import io.sspr.reset.banned.Evaluation.Origin;
import io.sspr.reset.banned.Evaluation.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The banned terms that hold for a tenant, and what a password is worth against them: the global list, which is always
 * on, and the tenant's own. Immutable and thread-safe. Source: R-BAN-01 … R-BAN-06.
 */
public final class BannedPasswords {
    private static final int SHORTEST_NAME = 4;

    /* No match covers more than 17 characters, so what is longer has points enough, and is not worth the time. */
    private static final int LONGEST_SEARCHED = 1024;

    private final TermIndex global;
    private final TermIndex custom;

    private BannedPasswords(TermIndex global, TermIndex custom) {
        this.global = global;
        this.custom = custom;
    }

    /** Compiles both lists, whose terms are normalised here. A term that is on both counts as custom. */
    public static BannedPasswords of(Collection<String> globalTerms, Collection<String> customTerms) {
        return new BannedPasswords(
                new TermIndex(globalTerms, Origin.GLOBAL), new TermIndex(customTerms, Origin.CUSTOM));
    }

    /** The same global list with other custom terms, without compiling the global list again. */
    public BannedPasswords withCustom(Collection<String> customTerms) {
        return new BannedPasswords(global, new TermIndex(customTerms, Origin.CUSTOM));
    }

    /**
     * What {@code password} is worth. The time it takes grows with the length of the password, not with that of the
     * lists. In one of more than 1024 characters, which always has enough points, only names are looked for.
     *
     * @param names every stored name of the user and the tenant's; those that are null or, normalised, shorter than four
     *     characters do not count
     */
    public Evaluation evaluate(Secret password, Collection<String> names) {
        String normalised = Normalise.text(password.reveal());
        int[] text = normalised.codePoints().toArray();
        List<Match> matches = text.length > LONGEST_SEARCHED ? List.of() : matches(text);
        int covered = matches.stream().mapToInt(Match::length).sum();
        int points = matches.size() + text.length - covered;
        return new Evaluation(Secret.of(normalised), matches, points, verdict(normalised, names, points));
    }

    /**
     * Exact matches first; fuzzy ones only in what these leave, so that none of them can extend an exact one. Source:
     * R-BAN-03, R-BAN-04.
     */
    private List<Match> matches(int[] text) {
        List<Match> matches = new ArrayList<>();
        int gap = 0;
        for (Match exact : exact(text)) {
            matches.addAll(fuzzy(text, gap, exact.start()));
            matches.add(exact);
            gap = exact.end();
        }
        matches.addAll(fuzzy(text, gap, text.length));
        return matches;
    }

    private List<Match> exact(int[] text) {
        List<Match> candidates = new ArrayList<>();
        global.exact(text, candidates::add);
        custom.exact(text, candidates::add);
        return ChooseMatches.within(0, text.length, candidates);
    }

    private List<Match> fuzzy(int[] text, int from, int to) {
        List<Match> candidates = new ArrayList<>();
        global.fuzzy(text, from, to, candidates::add);
        custom.fuzzy(text, from, to, candidates::add);
        return ChooseMatches.within(from, to, candidates);
    }

    private static Verdict verdict(String normalised, Collection<String> names, int points) {
        boolean named = names.stream()
                .filter(Objects::nonNull)
                .map(name -> Normalise.text(name.strip()))
                .anyMatch(name -> Normalise.length(name) >= SHORTEST_NAME && normalised.contains(name));
        if (named) {
            return Verdict.NAME;
        }
        return points < Evaluation.ENOUGH ? Verdict.TOO_FEW_POINTS : Verdict.ACCEPTED;
    }
}
