package io.sspr.reset.banned;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command that turns a list of SHA-1 hashes of breached passwords into the file for {@code
 * SSPR_BREACHED_PASSWORDS}. The list has one hash of 40 hex digits per line, alone or with a colon and a count behind
 * it, in any order.
 *
 * <pre>
 * java -cp reset-service.jar io.sspr.reset.banned.MakeBreachedFilter hashes.txt breached.filter [false-positive rate]
 * </pre>
 *
 * The rate is 0.001 unless stated. With it a filter takes 1.8 bytes per hash, and one password in a thousand that was never breached is
 * refused.
 */
public final class MakeBreachedFilter {
    private static final double DEFAULT_RATE = 0.001;
    private static final Pattern LINE = Pattern.compile("[0-9A-Fa-f]{40}(?::\\d+)?");
    private static final int HEX_DIGITS = 40;

    private MakeBreachedFilter() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println(
                    "usage: MakeBreachedFilter <file with hashes> <new filter> [false-positive rate, 0.001]");
            System.exit(2);
        }
        double rate = arguments.length == 3 ? Double.parseDouble(arguments[2]) : DEFAULT_RATE;
        System.out.println(make(Path.of(arguments[0]), Path.of(arguments[1]), rate));
    }

    /** @throws IOException if a line is no hash, or the filter exists already; no filter is made then */
    static BreachedFilter.Header make(Path hashes, Path filter, double falsePositives) throws IOException {
        BreachedFilter.Header header = BreachedFilter.Header.of(count(hashes), falsePositives);
        BreachedFilter made = BreachedFilter.create(filter, header);
        try (Stream<String> lines = Files.lines(hashes, StandardCharsets.US_ASCII)) {
            lines.forEach(line -> made.add(HexFormat.of().parseHex(line, 0, HEX_DIGITS)));
        }
        made.force();
        return header;
    }

    private static long count(Path hashes) throws IOException {
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(hashes, StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!LINE.matcher(line).matches()) {
                    throw new IOException("line " + number + " is no SHA-1 hash");
                }
            }
        }
        return number;
    }
}
