package io.sspr.reset.question;

import io.sspr.contract.seal.Secret;

/**
 * What a user answers to one question, at registration or at a gate.
 *
 * @param question the question's key
 */
public record GivenAnswer(String question, Secret answer) {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;

    /** Source: R-SQ-03. */
    boolean isOfAllowedLength() {
        int length = answer == null ? 0 : NormalForm.length(answer.reveal());
        return length >= SHORTEST && length <= LONGEST;
    }

    /** Of an answer of allowed length. Source: R-SQ-08. */
    String normalForm() {
        return NormalForm.of(answer.reveal());
    }
}
