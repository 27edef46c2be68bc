package io.sspr.reset.captcha;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What ALTCHA's widget sends back: the {@link Puzzle} with the number that was found. What else it tells, such as the time it took, is of no use here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Solution(String algorithm, String challenge, Long number, String salt, String signature) {
    boolean isComplete() {
        return algorithm != null && challenge != null && number != null && salt != null && signature != null;
    }
}
