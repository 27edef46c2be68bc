package io.sspr.reset.banned;

import io.sspr.reset.banned.Evaluation.Match;
import io.sspr.reset.banned.Evaluation.Origin;
import io.sspr.reset.banned.TermTrie.Word;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** A list of banned terms, compiled so that it finds itself in a text. Immutable and thread-safe. */
final class TermIndex {
    /* An edit near the beginning of a term leaves nearly every term possible, so it is found from the other end, where
     * it is a late one: a trie of the terms and one of their mirror images each look for the edits behind their first
     * two letters. Fuzzy terms have five letters or more: together the tries see every edit. */
    private static final int SHORTEST_FUZZY = 5;
    private static final int LETTERS_BEFORE_EDIT = 2;

    private final Origin origin;
    private final TermTrie forward;
    private final TermTrie backward;

    TermIndex(Collection<String> terms, Origin origin) {
        this.origin = origin;
        List<Word> words = terms.stream()
                .map(Normalise::text)
                .filter(term -> !term.isEmpty())
                .distinct()
                .map(term -> new Word(term, term.codePoints().toArray()))
                .toList();
        forward = new TermTrie(words);
        backward = new TermTrie(words.stream()
                .filter(word -> isFuzzy(word.term()))
                .map(Word::mirrored)
                .toList());
    }

    private static boolean isFuzzy(String term) {
        return Normalise.length(term) >= SHORTEST_FUZZY;
    }

    /** Every exact match, by its place from left to right. */
    void exact(int[] text, Consumer<Match> found) {
        for (int start = 0; start < text.length; start++) {
            int from = start;
            forward.exact(text, from, (term, end) -> found.accept(new Match(term, from, end, false, origin)));
        }
    }

    /**
     * Every window within {@code [from, to)} that is one substitution, insertion or deletion away from a term of at
     * least five characters, in no particular order; one window can be found more than once. Source: R-BAN-04.
     */
    void fuzzy(int[] text, int from, int to, Consumer<Match> found) {
        int[] mirrored = TermTrie.mirror(text);
        for (int at = from; at < to; at++) {
            int start = at;
            forward.fuzzy(text, start, to, LETTERS_BEFORE_EDIT, (term, end) -> {
                if (isFuzzy(term)) {
                    found.accept(new Match(term, start, end, true, origin));
                }
            });
        }
        for (int at = from + 1; at <= to; at++) {
            int end = at;
            backward.fuzzy(
                    mirrored,
                    text.length - end,
                    text.length - from,
                    LETTERS_BEFORE_EDIT,
                    (term, mirroredEnd) -> found.accept(new Match(term, text.length - mirroredEnd, end, true, origin)));
        }
    }
}
