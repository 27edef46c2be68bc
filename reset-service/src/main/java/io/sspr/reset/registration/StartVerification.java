package io.sspr.reset.registration;

import io.sspr.contract.Message;
import io.sspr.contract.Request;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.MessagePurpose;
import io.sspr.contract.registration.VerificationRequested;
import io.sspr.outbox.Outbox;
import io.sspr.outbox.OutboxRelay;
import io.sspr.reset.gate.WriteToUser;
import io.sspr.reset.gate.WriteToUser.Asked;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.throttle.Limit;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Begins a verification: stores it and makes its message, if it has one. Messages count as those of resets do. Source: R-REG-15, R-THR-01, R-THR-04. */
@ApplicationScoped
class StartVerification {
    private final Verifications verifications;
    private final WriteToUser writeToUser;
    private final Throttle throttle;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final ResetKeys keys;

    StartVerification(
            Verifications verifications,
            WriteToUser writeToUser,
            Throttle throttle,
            Outbox outbox,
            OutboxRelay relay,
            ResetKeys keys) {
        this.verifications = verifications;
        this.writeToUser = writeToUser;
        this.throttle = throttle;
        this.outbox = outbox;
        this.relay = relay;
        this.keys = keys;
    }

    /** A stored verification and the request that still has to be sent for it, if one has. */
    record Started(Verification verification, Optional<Message<? extends Request>> request) {}

    /** @param address phone number as stored, mail address or device */
    Outcome<Started> byMessage(
            Visit visit, Verification verification, Channel channel, String address, Language language) {
        if (!throttle.mayDispatch(visit.attempts(), limit(channel))) {
            return Outcome.declined(ProblemName.THROTTLED);
        }
        verification.goesBy(channel);
        Asked asked = writeToUser.ask(
                verification.id,
                purpose(verification),
                channel,
                address,
                visit.tenant(),
                language.tag(),
                verification.expiresAt);
        verification.codeHash = asked.codeHash();
        return open(visit, verification, Optional.of(visit.message(asked.request())));
    }

    Outcome<Started> byApp(Visit visit, Verification verification) {
        return open(visit, verification, Optional.empty());
    }

    /** Sends what was prepared; call it after that transaction has committed. */
    void send(Started started) {
        started.request().ifPresent(request -> relay.send(request, keys.signing()));
    }

    private Outcome<Started> open(
            Visit visit, Verification verification, Optional<Message<? extends Request>> request) {
        verifications.open(verification);
        outbox.add(visit.message(new VerificationRequested(
                visit.user(), verification.id, verification.method.name(), verification.purpose)));
        return Outcome.done(new Started(verification, request));
    }

    /** What the message says that it is for. */
    private static MessagePurpose purpose(Verification verification) {
        return switch (verification.purpose) {
            case REGISTER -> MessagePurpose.REGISTRATION;
            case PROVE -> MessagePurpose.IDENTITY;
        };
    }

    private static Limit limit(Channel channel) {
        return switch (channel) {
            case SMS, VOICE -> Limit.PHONE;
            case EMAIL -> Limit.MAIL_SEND;
            case PUSH -> Limit.APP;
        };
    }
}
