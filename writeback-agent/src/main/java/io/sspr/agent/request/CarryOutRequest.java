package io.sspr.agent.request;

import io.sspr.agent.directory.Refusal;
import io.sspr.agent.key.KeyRing;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Opens the passwords of a genuine request and has done what it asks for. Source: R-WB-31a, R-WB-31f, R-EVT-32004. */
@ApplicationScoped
class CarryOutRequest {
    private final SetPassword setPassword;
    private final UnlockAccount unlockAccount;
    private final ChangePassword changePassword;
    private final VerifyPassword verifyPassword;
    private final KeyRing keys;
    private final Clock clock;

    CarryOutRequest(
            SetPassword setPassword,
            UnlockAccount unlockAccount,
            ChangePassword changePassword,
            VerifyPassword verifyPassword,
            KeyRing keys,
            Clock clock) {
        this.setPassword = setPassword;
        this.unlockAccount = unlockAccount;
        this.changePassword = changePassword;
        this.verifyPassword = verifyPassword;
        this.keys = keys;
        this.clock = clock;
    }

    Answer carryOut(WritebackRequest request, Attempt attempt) {
        Instant now = clock.instant();
        if (!attempt.isStarted() && request.isExpiredAt(now)) {
            return Answer.refused(Refusal.of(WritebackVerdict.EXPIRED));
        }
        // What was started was opened in time; to settle it, it has to be opened again, however late.
        Instant asOf = attempt.isStarted() ? request.expiresAt().minusSeconds(1) : now;
        try {
            return switch (request.operation()) {
                case RESET, RESET_BY_ADMIN -> Answer.of(setPassword.set(request, password(request, asOf), attempt));
                case UNLOCK -> Answer.of(unlockAccount.unlock(request));
                case CHANGE ->
                    Answer.of(changePassword.change(
                            request, currentPassword(request, asOf), password(request, asOf), attempt));
                case VERIFY -> verifyPassword.verify(request, password(request, asOf));
            };
        } catch (BrokenSealException e) {
            if (e.fault() == BrokenSealException.Fault.KEY_MISMATCH) {
                keys.missed();
            }
            return Answer.refused(Refusal.of(verdict(e.fault())));
        }
    }

    private Secret password(WritebackRequest request, Instant asOf) throws BrokenSealException {
        Secret password = Seal.open(request.sealedPassword(), request.sealContext(), keys.opening(), asOf);
        keys.matched();
        return password;
    }

    private Secret currentPassword(WritebackRequest request, Instant asOf) throws BrokenSealException {
        return Seal.open(request.sealedCurrentPassword(), request.currentPasswordContext(), keys.opening(), asOf);
    }

    private static WritebackVerdict verdict(BrokenSealException.Fault fault) {
        return switch (fault) {
            case KEY_MISMATCH -> WritebackVerdict.KEY_MISMATCH;
            case NOT_AUTHENTIC -> WritebackVerdict.NOT_AUTHENTIC;
            case EXPIRED -> WritebackVerdict.EXPIRED;
        };
    }
}
