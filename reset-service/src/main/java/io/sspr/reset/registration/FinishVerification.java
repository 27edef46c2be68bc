package io.sspr.reset.registration;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.registration.IdentityProven;
import io.sspr.contract.registration.Purpose;
import io.sspr.contract.registration.VerificationRefused;
import io.sspr.contract.registration.VerificationRefused.Cause;
import io.sspr.contract.seal.Secret;
import io.sspr.outbox.Outbox;
import io.sspr.reset.authenticator.CheckAppCode;
import io.sspr.reset.authenticator.SetUpAuthenticator;
import io.sspr.reset.authenticator.SetUpAuthenticator.Result;
import io.sspr.reset.gate.OneTimeCode;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.registration.Verification.Status;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.throttle.Limit;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Takes what a user gives in a verification: a code, or an approval on the phone. What is registered is stored now and not before. Of many tries at once
 * with one code exactly one passes; wrong ones count as in a reset. Source: R-REG-15, R-MTH-08, R-REG-17, R-THR-01.
 */
@ApplicationScoped
class FinishVerification {
    private final EnterRegistration enter;
    private final Verifications verifications;
    private final CheckAppCode checkAppCode;
    private final SetUpAuthenticator setUpAuthenticator;
    private final RecordChange recordChange;
    private final Throttle throttle;
    private final Outbox outbox;
    private final ResetKeys keys;

    FinishVerification(
            EnterRegistration enter,
            Verifications verifications,
            CheckAppCode checkAppCode,
            SetUpAuthenticator setUpAuthenticator,
            RecordChange recordChange,
            Throttle throttle,
            Outbox outbox,
            ResetKeys keys) {
        this.enter = enter;
        this.verifications = verifications;
        this.checkAppCode = checkAppCode;
        this.setUpAuthenticator = setUpAuthenticator;
        this.recordChange = recordChange;
        this.throttle = throttle;
        this.outbox = outbox;
        this.keys = keys;
    }

    @Transactional
    Outcome<Verification> pass(Caller caller, UUID id, Secret code) {
        return enter.toVerify(
                caller,
                visit -> verifications
                        .ofSignIn(id, visit)
                        .map(verification -> pass(visit, verification, code))
                        .orElseGet(() -> Outcome.declined(ProblemName.NOT_FOUND)));
    }

    /** The user replied on the phone. A repetition, or a reply to what is no longer open or none of ours, changes nothing. Source: R-PHN-08, R-APP-03. */
    @Transactional
    void answered(UUID id, boolean approved) {
        verifications
                .findByIdOptional(id)
                .ifPresent(known -> enter.onReply(known, visit -> {
                    Verification verification = verifications.fresh(known);
                    if (verification.status != Status.OPEN || !verification.isReplyOnPhone()) {
                        return Outcome.declined(ProblemName.CODE_VOID);
                    }
                    return approved ? approved(visit, verification) : refused(visit, verification, Cause.DENIED);
                }));
    }

    private Outcome<Verification> approved(Visit visit, Verification verification) {
        return mayGoOn(visit, verification)
                ? passed(visit, verification)
                : Outcome.declined(ProblemName.PROOF_REQUIRED);
    }

    private Outcome<Verification> pass(Visit visit, Verification verification, Secret code) {
        if (verification.status != Status.OPEN) {
            return Outcome.declined(ProblemName.CODE_VOID);
        }
        if (verification.isReplyOnPhone()) {
            return Outcome.declined(ProblemName.REPLY_ON_PHONE);
        }
        if (!mayGoOn(visit, verification)) {
            return Outcome.declined(ProblemName.PROOF_REQUIRED);
        }
        if (verification.isExpiredAt(visit.now())) {
            return refused(visit, verification, Cause.EXPIRED);
        }
        return switch (judge(visit, verification, code)) {
            case ADDED -> passed(visit, verification);
            case CODE_WRONG -> refused(visit, verification, Cause.WRONG);
            case TOO_MANY -> Outcome.declined(ProblemName.TOO_MANY_AUTHENTICATORS);
        };
    }

    /** Asked again: meanwhile the user may have registered, in another sign-in, what they have to prove first. */
    private boolean mayGoOn(Visit visit, Verification verification) {
        return verification.purpose == Purpose.PROVE || enter.isProven(visit);
    }

    private Result judge(Visit visit, Verification verification, Secret code) {
        UUID account = visit.account().id();
        if (verification.appSecret != null) {
            return setUpAuthenticator.finish(
                    account, verification.id, verification.appSecret, verification.app(), code);
        }
        boolean isRight = verification.codeHash == null
                ? checkAppCode.check(account, code)
                : OneTimeCode.matches(code, verification.id, keys.code(), verification.codeHash);
        return isRight ? Result.ADDED : Result.CODE_WRONG;
    }

    private Outcome<Verification> passed(Visit visit, Verification verification) {
        if (verification.purpose == Purpose.PROVE) {
            outbox.add(visit.message(new IdentityProven(visit.user(), verification.method.name())));
        } else {
            boolean replaced =
                    verification.datum != null && visit.info().register(verification.method, verification.datum);
            recordChange.registered(visit, verification.method, replaced);
        }
        verification.pass(visit.now());
        return Outcome.done(verification);
    }

    private Outcome<Verification> refused(Visit visit, Verification verification, Cause cause) {
        outbox.add(visit.message(new VerificationRefused(
                visit.user(), verification.id, verification.method.name(), verification.purpose, cause)));
        if (cause == Cause.EXPIRED) {
            return Outcome.declined(ProblemName.CODE_EXPIRED);
        }
        if (cause == Cause.DENIED) {
            verification.end(Status.DENIED);
            if (verification.channel == Channel.VOICE) {
                return Outcome.declined(ProblemName.CODE_VOID); // a call that somebody hung up on
            }
        }
        if (throttle.failed(visit.attempts(), limit(verification))) {
            return Outcome.declined(ProblemName.THROTTLED);
        }
        return Outcome.declined(verification.channel == null ? ProblemName.APP_CODE_WRONG : ProblemName.CODE_WRONG);
    }

    private static Limit limit(Verification verification) {
        return switch (verification.method) {
            case MOBILE_PHONE, OFFICE_PHONE -> Limit.PHONE;
            case EMAIL -> Limit.MAIL_CODE;
            case APP_CODE, APP_NOTIFICATION -> Limit.APP;
            case SECURITY_QUESTIONS -> Limit.QUESTIONS;
        };
    }
}
