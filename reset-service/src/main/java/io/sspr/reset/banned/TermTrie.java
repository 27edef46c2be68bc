package io.sspr.reset.banned;

import java.util.Arrays;
import java.util.List;

/**
 * Words that find themselves in a text: letter by letter for exact matches, and with one edit on the way for fuzzy
 * ones. Immutable and thread-safe.
 */
final class TermTrie {
    /* Nodes are numbered breadth-first over the sorted words. So the children of a node are neighbours: they begin at
     * firstChild[node], end where those of the next node begin, and are in the order of their labels. That takes twelve
     * bytes per node, and a thousand terms have a few thousand nodes. */
    private static final int ROOT = 0;
    private static final int NONE = -1;

    private final int[] label;
    private final int[] firstChild;
    private final String[] term;

    TermTrie(List<Word> words) {
        Layout layout = new Layout(words.stream()
                .sorted((one, other) -> Arrays.compare(one.letters(), other.letters()))
                .toList());
        label = Arrays.copyOf(layout.label, layout.nodes);
        firstChild = Arrays.copyOf(layout.firstChild, layout.nodes + 1);
        term = Arrays.copyOf(layout.term, layout.nodes);
    }

    /** A term and the code points by which it is found. */
    record Word(String term, int[] letters) {
        Word mirrored() {
            return new Word(term, mirror(letters));
        }
    }

    static int[] mirror(int[] text) {
        int[] mirrored = new int[text.length];
        for (int i = 0; i < text.length; i++) {
            mirrored[i] = text[text.length - 1 - i];
        }
        return mirrored;
    }

    /** Takes what is found where it was looked for, and where that ends, exclusively. */
    @FunctionalInterface
    interface Found {
        void upTo(String term, int end);
    }

    /** Every word that stands exactly at {@code start}, shortest first. */
    void exact(int[] text, int start, Found found) {
        follow(ROOT, text, start, text.length, found);
    }

    /**
     * Every window from {@code start} up to {@code end} at the most that has one edit behind its first letters, which
     * are {@code before} many.
     */
    void fuzzy(int[] text, int start, int end, int before, Found found) {
        int node = ROOT;
        for (int at = start; node != NONE; at++) {
            if (at - start >= before) {
                edit(node, text, at, end, found);
            }
            if (at == end) {
                return;
            }
            node = child(node, text[at]);
        }
    }

    /** Spends the one edit at {@code at}, in every way there is. */
    private void edit(int node, int[] text, int at, int end, Found found) {
        boolean more = at < end;
        if (more) {
            follow(node, text, at + 1, end, found);
        }
        for (int child = firstChild[node]; child < firstChild[node + 1]; child++) {
            follow(child, text, at, end, found);
            if (more && label[child] != text[at]) {
                follow(child, text, at + 1, end, found);
            }
        }
    }

    private void follow(int from, int[] text, int at, int end, Found found) {
        int node = from;
        for (int next = at; node != NONE; next++) {
            if (term[node] != null) {
                found.upTo(term[node], next);
            }
            if (next == end) {
                return;
            }
            node = child(node, text[next]);
        }
    }

    private int child(int node, int wanted) {
        int found = Arrays.binarySearch(label, firstChild[node], firstChild[node + 1], wanted);
        return found < 0 ? NONE : found;
    }

    /**
     * The nodes while they are laid out. Each stands for the rows of the sorted words that begin with the same letters.
     */
    private static final class Layout {
        private final List<Word> words;
        private final int[] label;
        private final int[] firstChild;
        private final String[] term;
        private final int[] firstRow;
        private final int[] lastRow;
        private final int[] depth;
        private int nodes;

        Layout(List<Word> words) {
            this.words = words;
            int most =
                    1 + words.stream().mapToInt(word -> word.letters().length).sum();
            label = new int[most];
            firstChild = new int[most + 1];
            term = new String[most];
            firstRow = new int[most];
            lastRow = new int[most];
            depth = new int[most];
            add(0, 0, words.size(), 0);
            for (int node = 0; node < nodes; node++) {
                firstChild[node] = nodes;
                addChildren(node);
            }
            firstChild[nodes] = nodes;
        }

        private void add(int letter, int from, int to, int letters) {
            label[nodes] = letter;
            firstRow[nodes] = from;
            lastRow[nodes] = to;
            depth[nodes++] = letters;
        }

        private void addChildren(int node) {
            int letters = depth[node];
            int row = firstRow[node];
            if (row < lastRow[node] && words.get(row).letters().length == letters) {
                term[node] = words.get(row++).term();
            }
            while (row < lastRow[node]) {
                int first = row;
                int letter = words.get(first).letters()[letters];
                while (row < lastRow[node] && words.get(row).letters()[letters] == letter) {
                    row++;
                }
                add(letter, first, row, letters + 1);
            }
        }
    }
}
