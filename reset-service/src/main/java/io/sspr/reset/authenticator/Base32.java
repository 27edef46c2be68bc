package io.sspr.reset.authenticator;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The alphabet in which authenticator apps exchange secrets: RFC 4648 base32 without padding. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = 0x1f;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = buffer << Byte.SIZE | next & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(buffer >> bits & MASK));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(buffer << BITS - bits & MASK)).toString();
    }

    /** Empty if {@code text} holds anything but upper-case letters and the digits 2 to 7. Bits that make no whole byte are left out. */
    static Optional<byte[]> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            buffer = buffer << BITS | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(buffer >> bits);
            }
        }
        return Optional.of(bytes.toByteArray());
    }
}
