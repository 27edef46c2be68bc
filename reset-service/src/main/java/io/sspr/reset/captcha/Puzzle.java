package io.sspr.reset.captcha;

/**
 * A challenge as ALTCHA's widget understands it.
 *
 * @param challenge SHA-256, in hexadecimal, of the salt followed by the number to be found
 * @param maxnumber the number is 1 to this
 * @param salt random, with the time at which the puzzle expires
 * @param signature HMAC-SHA256 of the challenge, by which we know it again
 */
record Puzzle(String algorithm, String challenge, int maxnumber, String salt, String signature) {
    static final String ALGORITHM = "SHA-256";
}
