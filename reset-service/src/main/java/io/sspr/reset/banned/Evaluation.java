package io.sspr.reset.banned;

import io.sspr.contract.seal.Secret;
import java.util.List;

/**
 * What a password is worth against the lists of banned terms. Neither points nor terms are for users (R-BAN-07), and in
 * clear they tell much of the password: nothing of it is printed.
 *
 * @param normalised the password in the form that was compared
 * @param matches the banned terms in it, from left to right, without overlap
 * @param points one per match, and one per remaining character (code point). Source: R-BAN-06
 */
public record Evaluation(Secret normalised, List<Match> matches, int points, Verdict verdict) {
    /** The points from which a password is accepted. Source: R-BAN-06. */
    public static final int ENOUGH = 5;

    public Evaluation {
        matches = List.copyOf(matches);
    }

    /** Whether a password may be used, and if not, why. */
    public enum Verdict {
        ACCEPTED,
        TOO_FEW_POINTS,
        /** It holds the name of its user or of the tenant, which no number of points makes good. Source: R-BAN-05. */
        NAME
    }

    /** The list that a term is on. */
    public enum Origin {
        GLOBAL,
        CUSTOM
    }

    /**
     * One banned term in a password.
     *
     * @param term normalised
     * @param start of the match in the normalised password, in code points
     * @param end exclusive
     * @param fuzzy one substitution, insertion or deletion away from the term
     */
    public record Match(String term, int start, int end, boolean fuzzy, Origin origin) {
        int length() {
            return end - start;
        }

        @Override
        public String toString() {
            return "Match[hidden]";
        }
    }

    public boolean isAccepted() {
        return verdict == Verdict.ACCEPTED;
    }

    /**
     * Whether the points do not suffice and a term of the administrator's is among the matches: users are told so.
     * Source: R-ERR-98.
     */
    public boolean isBlockedByCustomTerm() {
        return points < ENOUGH && matches.stream().anyMatch(match -> match.origin() == Origin.CUSTOM);
    }

    @Override
    public String toString() {
        return "Evaluation[" + verdict + "]";
    }
}
