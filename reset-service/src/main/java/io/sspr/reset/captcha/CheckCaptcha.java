package io.sspr.reset.captcha;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets a solved captcha pass, once. Source: R-CHK-00. */
@ApplicationScoped
public class CheckCaptcha {
    private final ProofOfWork proofOfWork;
    private final SolvedPuzzles solved;

    CheckCaptcha(ProofOfWork proofOfWork, SolvedPuzzles solved) {
        this.proofOfWork = proofOfWork;
        this.solved = solved;
    }

    /**
     * Whether {@code payload} solves a puzzle of ours that has not expired and was not used yet; from now on it is used, whatever becomes of the
     * caller's transaction. Nobody learns which of these it was. Only a right solution reaches the database; call this before a transaction has
     * used the database, since it takes a connection of its own.
     *
     * @param payload what the widget hands over; null if there was none
     */
    public boolean passes(String payload) {
        return proofOfWork.check(payload).filter(solved::use).isPresent();
    }
}
