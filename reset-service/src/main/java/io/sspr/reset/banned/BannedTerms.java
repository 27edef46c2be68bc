package io.sspr.reset.banned;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The global list: common words, names, keyboard walks and romaji, in {@code banned/global-terms.txt}. Nobody can edit
 * it or switch it off. Source: R-BAN-01.
 */
final class BannedTerms {
    static final String FILE = "/banned/global-terms.txt";
    private static final String COMMENT = "#";

    private BannedTerms() {}

    /** All terms, as they are written in the file. */
    static List<String> global() {
        try (InputStream file = BannedTerms.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith(COMMENT)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
