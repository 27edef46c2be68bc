package io.sspr.reset.banned;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Bloom filter over SHA-1 hashes in a file: it never misses a hash that was added, and takes a foreign one for its
 * own at the stated rate. The file begins with one line of text that states entries, bits, probes and the
 * false-positive rate; the bits follow, the lowest of each byte first. It is mapped, not read, so it needs no heap.
 * Lookups are thread-safe.
 */
final class BreachedFilter {
    private static final Pattern HEADER =
            Pattern.compile("SSPR breached passwords 1, SHA-1: entries=(\\d{1,10}) bits=(\\d{1,11}) probes=(\\d{1,2})"
                    + " false-positives=([0-9.E-]{1,24})\n");
    private static final int LONGEST_HEADER = 160;
    private static final long MOST_BITS = 8L * Integer.MAX_VALUE; // of one mapping
    private static final double LN_2 = Math.log(2);

    private final Header header;
    private final ByteBuffer bits;

    private BreachedFilter(Header header, ByteBuffer bits) {
        this.header = header;
        this.bits = bits;
    }

    /**
     * What the first line says.
     *
     * @param falsePositives share of passwords never breached that are taken for breached, as long as no more than
     *     {@code entries} were added
     */
    record Header(long entries, long bits, int probes, double falsePositives) {
        /** The smallest filter for so many entries at that rate. */
        static Header of(long entries, double falsePositives) {
            if (!(falsePositives > 0 && falsePositives < 1)) {
                throw new IllegalArgumentException("the false-positive rate must lie between 0 and 1");
            }
            double bitsPerEntry = -Math.log(falsePositives) / (LN_2 * LN_2);
            long bits = (long) Math.ceil(Math.max(1, entries) * bitsPerEntry);
            if (bits > MOST_BITS) {
                throw new IllegalArgumentException("the filter would be larger than 2 GiB: allow more false positives");
            }
            return new Header(entries, bits, (int) Math.max(1, Math.round(bitsPerEntry * LN_2)), falsePositives);
        }

        private boolean isSound() {
            return bits > 0 && bits <= MOST_BITS && probes > 0;
        }

        long bytes() {
            return (bits + 7) / 8;
        }

        private byte[] line() {
            return String.format(
                            Locale.ROOT,
                            "SSPR breached passwords 1, SHA-1: entries=%d bits=%d probes=%d false-positives=%s\n",
                            entries,
                            bits,
                            probes,
                            falsePositives)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** A new, empty filter in a file that does not exist yet. */
    static BreachedFilter create(Path file, Header header) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            byte[] line = header.line();
            channel.write(ByteBuffer.wrap(line));
            return new BreachedFilter(header, channel.map(MapMode.READ_WRITE, line.length, header.bytes()));
        }
    }

    /** @throws IOException if the file cannot be read, is no such filter, or is incomplete */
    static BreachedFilter open(Path file) throws IOException {
        Matcher found = HEADER.matcher(start(file));
        if (!found.lookingAt()) {
            throw new IOException("it is no filter made by MakeBreachedFilter");
        }
        Header header = new Header(
                Long.parseLong(found.group(1)),
                Long.parseLong(found.group(2)),
                Integer.parseInt(found.group(3)),
                Double.parseDouble(found.group(4)));
        try (FileChannel channel = FileChannel.open(file)) {
            if (!header.isSound() || channel.size() != found.end() + header.bytes()) {
                throw new IOException("it is incomplete or damaged");
            }
            return new BreachedFilter(header, channel.map(MapMode.READ_ONLY, found.end(), header.bytes()));
        }
    }

    private static String start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST_HEADER), StandardCharsets.US_ASCII);
        }
    }

    Header header() {
        return header;
    }

    /** Only for a filter just created, and by one thread. */
    void add(byte[] sha1) {
        for (int probe = 0; probe < header.probes(); probe++) {
            long bit = bit(sha1, probe);
            int at = (int) (bit >>> 3);
            bits.put(at, (byte) (bits.get(at) | mask(bit)));
        }
    }

    boolean mayContain(byte[] sha1) {
        for (int probe = 0; probe < header.probes(); probe++) {
            long bit = bit(sha1, probe);
            if ((bits.get((int) (bit >>> 3)) & mask(bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Makes sure that everything added is in the file. */
    void force() {
        if (bits instanceof MappedByteBuffer mapped) {
            mapped.force();
        }
    }

    /** Two halves of a good hash serve as well as any number of independent ones. */
    private long bit(byte[] sha1, int probe) {
        ByteBuffer hash = ByteBuffer.wrap(sha1);
        return Long.remainderUnsigned(hash.getLong(0) + probe * (hash.getLong(Long.BYTES) | 1), header.bits());
    }

    private static int mask(long bit) {
        return 1 << (bit & 7);
    }
}
