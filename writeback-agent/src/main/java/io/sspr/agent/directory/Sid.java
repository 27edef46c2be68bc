package io.sspr.agent.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The security identifier of an account or a group. */
record Sid(long authority, List<Long> parts) {
    private static final int NT_AUTHORITY = 5;
    private static final int HEAD_BYTES = 8;
    private static final int AUTHORITY_BITS = 48;
    private static final int PARTS_OF_DOMAIN_OBJECT = 5;
    private static final long DOMAIN = 21;
    private static final long BUILTIN = 32;

    /** Reads one from where {@code bytes} stands to where it ends. */
    static Sid of(ByteBuffer bytes) {
        ByteBuffer head = bytes.slice().order(ByteOrder.BIG_ENDIAN);
        int count = head.get(1);
        long authority = head.getLong(0) << Long.SIZE - AUTHORITY_BITS >>> Long.SIZE - AUTHORITY_BITS;
        ByteBuffer tail = head.position(HEAD_BYTES).slice().order(ByteOrder.LITTLE_ENDIAN);
        List<Long> parts = IntStream.range(0, count)
                .mapToObj(part -> Integer.toUnsignedLong(tail.getInt()))
                .toList();
        return new Sid(authority, parts);
    }

    static Sid of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes));
    }

    /** Of an object that a domain made, and not one that is the same everywhere. */
    boolean isOfDomain() {
        return authority == NT_AUTHORITY && parts.size() == PARTS_OF_DOMAIN_OBJECT && parts.get(0) == DOMAIN;
    }

    boolean isBuiltin() {
        return authority == NT_AUTHORITY && parts.size() == 2 && parts.get(0) == BUILTIN;
    }

    /** What tells it from the others of its domain. */
    long relativeId() {
        return parts.get(parts.size() - 1);
    }

    @Override
    public String toString() {
        return "S-1-" + authority + "-" + parts.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
}
