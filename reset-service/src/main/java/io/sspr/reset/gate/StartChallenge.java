package io.sspr.reset.gate;

import io.sspr.contract.Message;
import io.sspr.contract.Request;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.gate.CodeRequested;
import io.sspr.contract.gate.PhoneNumberMismatched;
import io.sspr.outbox.Outbox;
import io.sspr.outbox.OutboxRelay;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.gate.Method.Destination;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.question.DrawQuestions;
import io.sspr.reset.question.Question;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.SessionAccounts;
import io.sspr.reset.session.TakeTurn;
import io.sspr.reset.throttle.Limit;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Second step of a reset: the user picks a method, and is asked for what proves it: a code that was sent, an approval on the phone, the code of an
 * app, or answers. Where a message goes is read from the account, never from the caller. Source: R-FLW-07, R-FLW-08, R-FLW-31, R-PHN-05.
 */
@ApplicationScoped
class StartChallenge {
    private final TakeTurn turn;
    private final Tenants tenants;
    private final SessionAccounts sessionAccounts;
    private final OfferMethods offerMethods;
    private final DrawQuestions drawQuestions;
    private final Challenges challenges;
    private final WriteToUser writeToUser;
    private final Throttle throttle;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final ResetKeys keys;
    private final ResetConfig config;

    StartChallenge(
            TakeTurn turn,
            Tenants tenants,
            SessionAccounts sessionAccounts,
            OfferMethods offerMethods,
            DrawQuestions drawQuestions,
            Challenges challenges,
            WriteToUser writeToUser,
            Throttle throttle,
            Outbox outbox,
            OutboxRelay relay,
            ResetKeys keys,
            ResetConfig config) {
        this.turn = turn;
        this.tenants = tenants;
        this.sessionAccounts = sessionAccounts;
        this.offerMethods = offerMethods;
        this.drawQuestions = drawQuestions;
        this.challenges = challenges;
        this.writeToUser = writeToUser;
        this.throttle = throttle;
        this.outbox = outbox;
        this.relay = relay;
        this.keys = keys;
        this.config = config;
    }

    /**
     * How the user wants to prove who they are.
     *
     * @param channel SMS or VOICE for a mobile phone; null for the method's own
     * @param typedPhone what the user typed as the whole phone number; ignored by methods other than phones
     */
    record Wish(Method method, Channel channel, String typedPhone) {}

    /** A stored challenge and the request that still has to be sent for it, if one has. */
    record Prepared(ResetSession session, Challenge challenge, Optional<Message<? extends Request>> request) {}

    /** Stores a challenge; every earlier one of the session is void from here on. */
    @Transactional
    Outcome<Prepared> prepare(UUID sessionId, Optional<Integer> seen, Wish wish) {
        return turn.atGates(sessionId, seen, (session, gates, now) -> prepare(session, gates, wish, now));
    }

    /** The open challenge once more, to where it went before: nobody has to type a number again that was right a moment ago. Source: R-FLW-31. */
    @Transactional
    Outcome<Prepared> prepareAgain(UUID sessionId, Optional<Integer> seen) {
        return turn.atGates(
                sessionId,
                seen,
                (session, gates, now) -> challenges
                        .open(sessionId)
                        .map(former -> prepare(session, gates, asBefore(session, former), now))
                        .orElseGet(() -> Outcome.declined(ProblemName.CODE_VOID)));
    }

    /** Sends what {@link #prepare} stored; call it after that transaction has committed. */
    void send(Prepared prepared) {
        prepared.request().ifPresent(request -> relay.send(request, keys.signing()));
    }

    private Outcome<Prepared> prepare(ResetSession session, GatesOpen gates, Wish wish, Instant now) {
        Tenant tenant = tenants.findById(session.tenantId());
        Account account = sessionAccounts.of(session);
        Means means = offerMethods.means(tenant, account);
        Method method = wish.method();
        Optional<Channel> channel = Optional.ofNullable(wish.channel()).or(method::channel);
        boolean isOffered = gates.allows(method)
                && RequiredGates.of(account, means, tenant, now).usable().contains(method);
        if (!isOffered || !method.goesBy(channel, tenant)) {
            return Outcome.declined(ProblemName.METHOD_NOT_OFFERED);
        }
        if (!isOnFile(session, means, wish)) {
            outbox.add(session.message(
                    now,
                    new PhoneNumberMismatched(
                            session.id(), sessionAccounts.user(session), gates.nextGate(), method.name())));
            return throttle.failed(sessionAccounts.attempts(session), Limit.PHONE)
                    ? TakeTurn.blocked(session)
                    : Outcome.declined(ProblemName.PHONE_MISMATCH);
        }
        if (channel.isPresent() && !throttle.mayDispatch(sessionAccounts.attempts(session), limit(channel.get()))) {
            return TakeTurn.blocked(session);
        }
        return Outcome.done(start(session, gates, tenant, means, method, channel, now));
    }

    private Prepared start(
            ResetSession session,
            GatesOpen gates,
            Tenant tenant,
            Means means,
            Method method,
            Optional<Channel> channel,
            Instant now) {
        challenges.supersedeOpen(session.id());
        Instant expiresAt = channel.map(way -> now.plus(lifetime(way))).orElse(session.expiresAt());
        Challenge challenge = new Challenge(session.id(), gates.nextGate(), method, now, expiresAt);
        if (method == Method.SECURITY_QUESTIONS) {
            challenge.questions = drawQuestions
                    .draw(session.accountId(), tenant.policy().sq().resetCount())
                    .stream()
                    .map(Question::key)
                    .toList();
        }
        channel.ifPresent(challenge::goesBy);
        Optional<Message<? extends Request>> request =
                channel.flatMap(way -> writeToUser.prepare(session, challenge, tenant, means, now));
        challenges.persist(challenge);
        session.step();
        if (channel.isPresent()) {
            outbox.add(session.message(
                    now,
                    new CodeRequested(
                            session.id(),
                            sessionAccounts.user(session),
                            challenge.id(),
                            challenge.gate,
                            method.name())));
        }
        return new Prepared(session, challenge, request);
    }

    private Wish asBefore(ResetSession session, Challenge former) {
        Means means = offerMethods.means(tenants.findById(session.tenantId()), sessionAccounts.of(session));
        String address =
                former.method().destination(means).map(Destination::address).orElse(null);
        return new Wish(former.method(), former.channel().orElse(null), address);
    }

    private Duration lifetime(Channel channel) {
        return channel == Channel.PUSH
                ? config.code().pushLifetime()
                : config.code().lifetime();
    }

    private static Limit limit(Channel channel) {
        return switch (channel) {
            case SMS, VOICE -> Limit.PHONE;
            case EMAIL -> Limit.MAIL_SEND;
            case PUSH -> Limit.APP;
        };
    }

    /** A decoy's number is compared as any other, and never right: its digits are no secret. Source: R-PHN-05, R-ERR-91. */
    private static boolean isOnFile(ResetSession session, Means means, Wish wish) {
        if (!wish.method().isPhone()) {
            return true;
        }
        Optional<PhoneNumber> phone = wish.method() == Method.MOBILE_PHONE ? means.mobilePhone() : means.officePhone();
        boolean isTyped = wish.typedPhone() != null
                && phone.filter(number -> number.isTypedAs(wish.typedPhone())).isPresent();
        return isTyped && !session.isDecoy();
    }
}
