package io.sspr.agent.request;

import io.sspr.agent.AgentConfig;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.key.KeyRing;
import io.sspr.contract.Message;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Answers each request once, in one transaction that holds the request's turn from the first look into the ledger to
 * the answer in the outbox. Only the ledger's <em>started</em> is committed on its own, just before the directory is
 * written to. What an agent killed by {@code kill -9} leaves behind, and what the next delivery of the same request
 * makes of it:
 *
 * <table><caption>Killed…</caption>
 * <tr><th>when</th><th>ledger</th><th>directory</th><th>next delivery</th></tr>
 * <tr><td>before <em>started</em></td><td>nothing</td><td>untouched</td><td>new; expired if too late</td></tr>
 * <tr><td>before the write arrived</td><td>started</td><td>untouched</td><td>sign-in refused and pwdLastSet as before:
 * written now, or expired</td></tr>
 * <tr><td>after the write arrived</td><td>started</td><td>new password</td><td>sign-in works: success, even after
 * expiry, and no second write</td></tr>
 * <tr><td>after that, and another password was set since</td><td>started</td><td>newer password</td><td>sign-in refused
 * but pwdLastSet changed: never overwritten</td></tr>
 * <tr><td>after the commit</td><td>finished</td><td>as answered</td><td>the stored answer once more; the relay sends
 * the first one, too</td></tr>
 * </table>
 *
 * <p>That is the tale of a reset or a change. An unlock and a verification leave nothing to settle: they start nothing,
 * and the next delivery does them again.
 *
 * <p>A request that is never delivered again stays <em>started</em> until it is forgotten: without its password there
 * is nothing to sign in with, and reset-service has ended the reset as expired (30). Source: R-WB-31e, R-WB-31f,
 * R-WB-31g.
 */
@ApplicationScoped
class AnswerRequest {
    private static final Logger LOG = Logger.getLogger(AnswerRequest.class);

    private final VerifyRequest verifyRequest;
    private final CarryOutRequest carryOutRequest;
    private final Ledger ledger;
    private final Inbox inbox;
    private final Outbox outbox;
    private final LogAnswer logAnswer;
    private final KeyRing keys;
    private final String tenant;
    private final String agent;
    private final Clock clock;

    AnswerRequest(
            VerifyRequest verifyRequest,
            CarryOutRequest carryOutRequest,
            Ledger ledger,
            Inbox inbox,
            Outbox outbox,
            LogAnswer logAnswer,
            KeyRing keys,
            AgentConfig config,
            Clock clock) {
        this.verifyRequest = verifyRequest;
        this.carryOutRequest = carryOutRequest;
        this.ledger = ledger;
        this.inbox = inbox;
        this.outbox = outbox;
        this.logAnswer = logAnswer;
        this.keys = keys;
        this.tenant = config.tenant();
        this.agent = config.agent().name();
        this.clock = clock;
    }

    /**
     * @param signature the header of that name; null if absent
     * @param body the bytes that it signs
     */
    @Transactional
    void answer(Message<WritebackRequest> message, byte[] signature, byte[] body) {
        Instant now = clock.instant();
        boolean isNew = inbox.isNew(message);
        Optional<LedgerEntry> known = ledger.takeTurn(message.event().requestId());
        Optional<Refusal> distrust = verifyRequest.verify(message, signature, body);
        if (distrust.isPresent() && known.isPresent()) {
            // It must neither change nor repeat what the genuine request of this id is answered.
            logAnswer.logDetail(message, now, refused(message, distrust.get()));
            return;
        }
        Optional<WritebackResult> former = known.flatMap(LedgerEntry::result);
        if (former.isPresent()) {
            publish(message, former.get());
            return;
        }
        if (isNew) {
            Instant receivedAt = known.map(LedgerEntry::receivedAt).orElse(now);
            WritebackResult result =
                    distrust.map(why -> refused(message, why)).orElseGet(() -> carryOut(message, known, now));
            finish(message, receivedAt, result);
        }
    }

    private WritebackResult carryOut(Message<WritebackRequest> message, Optional<LedgerEntry> known, Instant now) {
        Answer answer = carryOutRequest.carryOut(message.event(), attempt(message, known, now));
        return answer.result(message.event(), agent);
    }

    private Attempt attempt(Message<WritebackRequest> message, Optional<LedgerEntry> known, Instant now) {
        return known.map(entry -> Attempt.resumed(entry.passwordLastSet()))
                .orElseGet(() -> Attempt.first(passwordLastSet ->
                        ledger.start(message.event().requestId(), message.subject(), now, passwordLastSet)));
    }

    private void finish(Message<WritebackRequest> message, Instant receivedAt, WritebackResult result) {
        Instant now = clock.instant();
        ledger.finish(message.subject(), receivedAt, now, result);
        // First, since a user waits for it and for nothing else.
        publish(message, result);
        logAnswer.log(message, receivedAt, now, result);
    }

    private void publish(Message<WritebackRequest> message, WritebackResult result) {
        Message<WritebackResult> answer = new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                "/writeback-agent",
                tenant,
                message.subject(),
                message.supportCode(),
                result);
        outbox.add(answer, keys.signing());
        LOG.infof(
                "A writeback was answered: supportCode=%s requestId=%s operation=%s outcome=%s reason=%s evidence=%s",
                message.supportCode(),
                result.requestId(),
                result.operation(),
                result.outcome(),
                result.reason(),
                result.evidence());
    }

    private WritebackResult refused(Message<WritebackRequest> message, Refusal why) {
        return Answer.refused(why).result(message.event(), agent);
    }
}
