package io.sspr.agent.request;

import io.sspr.agent.AgentConfig;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.eventlog.EventLog;
import io.sspr.agent.eventlog.EventLogEntry;
import io.sspr.agent.key.AgentKeys;
import io.sspr.contract.Message;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * <p>A request that is never delivered again stays <em>started</em> until it is forgotten: without its password there
 * is nothing to sign in with, and reset-service has ended the reset as expired (30). Source: R-WB-31e, R-WB-31f,
 * R-WB-31g, R-EVT-31001 … R-EVT-31003.
 */
@ApplicationScoped
class AnswerRequest {
    private static final Logger LOG = Logger.getLogger(AnswerRequest.class);

    private final VerifyRequest verifyRequest;
    private final SetPassword setPassword;
    private final Ledger ledger;
    private final Inbox inbox;
    private final Outbox outbox;
    private final EventLog eventLog;
    private final AgentKeys keys;
    private final String tenant;
    private final String agent;
    private final Clock clock;

    AnswerRequest(
            VerifyRequest verifyRequest,
            SetPassword setPassword,
            Ledger ledger,
            Inbox inbox,
            Outbox outbox,
            EventLog eventLog,
            AgentKeys keys,
            AgentConfig config,
            Clock clock) {
        this.verifyRequest = verifyRequest;
        this.setPassword = setPassword;
        this.ledger = ledger;
        this.inbox = inbox;
        this.outbox = outbox;
        this.eventLog = eventLog;
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
            logDetail(message, now, distrust.get());
            return;
        }
        Optional<WritebackResult> former = known.flatMap(LedgerEntry::result);
        if (former.isPresent()) {
            publish(message, former.get());
            return;
        }
        if (isNew) {
            Instant receivedAt = known.map(LedgerEntry::receivedAt).orElse(now);
            finish(message, receivedAt, distrust.isPresent() ? distrust : carryOut(message, known, now));
        }
    }

    private Optional<Refusal> carryOut(Message<WritebackRequest> message, Optional<LedgerEntry> known, Instant now) {
        WritebackRequest request = message.event();
        if (known.isEmpty() && !now.isBefore(request.expiresAt())) {
            return Optional.of(Refusal.of(WritebackVerdict.EXPIRED));
        }
        // What was started was opened in time; to settle it, it has to be opened again, however late.
        Instant asOf = known.isPresent() ? request.expiresAt().minusSeconds(1) : now;
        try {
            Secret password = Seal.open(request.sealedPassword(), request.sealContext(), keys.sealing(), asOf);
            return setPassword.set(request, password, attempt(message, known, now));
        } catch (BrokenSealException e) {
            return Optional.of(Refusal.of(verdict(e.fault())));
        }
    }

    private Attempt attempt(Message<WritebackRequest> message, Optional<LedgerEntry> known, Instant now) {
        return known.map(entry -> Attempt.resumed(entry.passwordLastSet()))
                .orElseGet(() -> Attempt.first(passwordLastSet ->
                        ledger.start(message.event().requestId(), message.subject(), now, passwordLastSet)));
    }

    private void finish(Message<WritebackRequest> message, Instant receivedAt, Optional<Refusal> refusal) {
        UUID requestId = message.event().requestId();
        WritebackResult result = refusal.map(
                        why -> WritebackResult.refused(requestId, agent, why.verdict(), why.evidence()))
                .orElseGet(() -> WritebackResult.success(requestId, agent, Map.of()));
        Instant now = clock.instant();
        ledger.finish(message.subject(), receivedAt, now, result);
        // First, since a user waits for it and for nothing else.
        publish(message, result);
        log(message, receivedAt, now, refusal);
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
                "A writeback was answered: supportCode=%s requestId=%s outcome=%s reason=%s evidence=%s",
                message.supportCode(), result.requestId(), result.outcome(), result.reason(), result.evidence());
    }

    private void log(Message<WritebackRequest> message, Instant receivedAt, Instant now, Optional<Refusal> refusal) {
        eventLog.write(EventLogEntry.PASSWORD_RESET_START, receivedAt, message, Map.of());
        if (refusal.isEmpty()) {
            eventLog.write(EventLogEntry.PASSWORD_RESET_SUCCESS, now, message, Map.of());
            return;
        }
        eventLog.write(EventLogEntry.PASSWORD_RESET_FAIL, now, message, details(refusal.get()));
        logDetail(message, now, refusal.get());
    }

    /** An expiry has no line of its own. */
    private void logDetail(Message<WritebackRequest> message, Instant now, Refusal refusal) {
        EventLogEntry.of(refusal.verdict().eventId())
                .ifPresent(entry -> eventLog.write(entry, now, message, details(refusal)));
    }

    private static Map<String, Object> details(Refusal refusal) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", refusal.verdict().name());
        details.put("code", refusal.verdict().code().number());
        details.putAll(refusal.evidence());
        return details;
    }

    private static WritebackVerdict verdict(BrokenSealException.Fault fault) {
        return switch (fault) {
            case KEY_MISMATCH -> WritebackVerdict.KEY_MISMATCH;
            case NOT_AUTHENTIC -> WritebackVerdict.NOT_AUTHENTIC;
            case EXPIRED -> WritebackVerdict.EXPIRED;
        };
    }
}
