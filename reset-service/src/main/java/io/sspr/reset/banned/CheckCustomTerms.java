package io.sspr.reset.banned;

import io.sspr.reset.problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a tenant's own banned terms before they are stored. Source: R-BAN-10, R-CFG-21. */
public final class CheckCustomTerms {
    private static final int MOST = 1000;
    /** Doubles included: of more not even the faults are counted. */
    private static final int MOST_GIVEN = 10 * MOST;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 16;
    private static final String WHERE = "banned.custom";

    private CheckCustomTerms() {}

    /**
     * A checked list.
     *
     * @param terms what may be stored: as written, without surrounding blanks, and of terms that are normalised the
     *     same, the first
     * @param faults what forbids storing it; empty if nothing does
     */
    public record Checked(List<String> terms, List<Fault> faults) {
        public Checked {
            terms = List.copyOf(terms);
            faults = List.copyOf(faults);
        }
    }

    /** @param terms one term each; null is an empty list */
    public static Checked check(List<String> terms) {
        List<String> kept = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> given = terms == null ? List.of() : terms;
        if (given.size() > MOST_GIVEN) {
            return new Checked(List.of(), List.of(new Fault(WHERE, "bannedTerm.number")));
        }
        for (int i = 0; i < given.size(); i++) {
            String term = given.get(i) == null ? "" : given.get(i).strip();
            String normalised = Normalise.text(term);
            int length = Normalise.length(normalised);
            if (length < SHORTEST || length > LONGEST) {
                faults.add(new Fault(WHERE + "[" + i + "]", "bannedTerm.length"));
            } else if (term.codePoints().anyMatch(CheckCustomTerms::endsLine)) {
                faults.add(new Fault(WHERE + "[" + i + "]", "bannedTerm.oneLine"));
            } else if (seen.add(normalised)) {
                kept.add(term);
            }
        }
        if (kept.size() > MOST) {
            faults.add(new Fault(WHERE, "bannedTerm.number"));
        }
        return new Checked(kept, faults);
    }

    private static boolean endsLine(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
