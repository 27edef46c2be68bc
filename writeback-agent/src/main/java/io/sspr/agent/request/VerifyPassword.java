package io.sspr.agent.request;

import io.sspr.agent.directory.DirectoryException;
import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.directory.SignIn;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/**
 * Checks the password of somebody who signs in, by signing in to the directory once. It changes nothing, so nothing is
 * remembered beforehand and the next delivery of a request without an answer checks again. A wrong password counts
 * towards the directory's own lockout: the cloud has to stop asking before that locks (R-LOK-06). Thread-safe. Source:
 * R-WB-03, R-WB-31f.
 */
@ApplicationScoped
class VerifyPassword {
    private final OnPremisesDirectory directory;
    private final Clock clock;

    VerifyPassword(OnPremisesDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Done if the password is right, even if it has expired; the evidence says so then. */
    Answer verify(WritebackRequest request, Secret password) {
        if (request.isExpiredAt(clock.instant())) {
            return Answer.refused(Refusal.of(WritebackVerdict.EXPIRED));
        }
        try {
            return answer(directory.signIn(directory.find(request.anchor()), password));
        } catch (DirectoryException e) {
            return Answer.refused(e.refusal());
        }
    }

    private Answer answer(SignIn signIn) {
        return switch (signIn) {
            case ACCEPTED -> Answer.done(Map.of());
            case PASSWORD_EXPIRED -> Answer.done(Map.of(WritebackResult.PASSWORD_EXPIRED, true));
            case WRONG_PASSWORD -> refused(WritebackVerdict.INCORRECT_PASSWORD, signIn);
            case LOCKED_OUT -> refused(WritebackVerdict.ACCOUNT_LOCKED_OUT, signIn);
            // Nobody gets in with it, and only an administrator can change that.
            case DISABLED, NOT_ALLOWED -> refused(WritebackVerdict.ACCOUNT_DISABLED, signIn);
            case UNEXPLAINED -> refused(WritebackVerdict.DIRECTORY_ERROR, signIn);
        };
    }

    private Answer refused(WritebackVerdict verdict, SignIn signIn) {
        return Answer.refused(
                Refusal.of(verdict).with("server", directory.url()).with("signIn", signIn.name()));
    }
}
