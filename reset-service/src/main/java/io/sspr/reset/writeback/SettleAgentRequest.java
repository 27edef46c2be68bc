package io.sspr.reset.writeback;

import io.sspr.contract.Message;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.outbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Gives a request to an agent its result, always with the request's row locked. Whoever made it acts on {@link AgentAnswered}, in the same transaction. */
@ApplicationScoped
class SettleAgentRequest {
    private final AgentRequests requests;
    private final Inbox inbox;
    private final Event<AgentAnswered> answered;
    private final Event<AgentRequestSettled> settled;

    SettleAgentRequest(
            AgentRequests requests, Inbox inbox, Event<AgentAnswered> answered, Event<AgentRequestSettled> settled) {
        this.requests = requests;
        this.inbox = inbox;
        this.answered = answered;
        this.settled = settled;
    }

    /** The agent answered; a repetition changes nothing. False if this is no answer to a request of ours, and then nothing was touched. */
    @Transactional
    boolean answered(Message<WritebackResult> message) {
        Optional<AgentRequest> request = requests.lock(message.event().requestId())
                .filter(ours -> ours.tenantId().equals(message.tenant()));
        if (request.isEmpty()) {
            return false;
        }
        if (inbox.isNew(message) && request.get().settle(message.event())) {
            tell(request.get());
            request.get().forgetPendingHash();
        }
        return true;
    }

    /** Nobody answered in time. */
    @Transactional
    void expire(UUID requestId) {
        requests.lock(requestId)
                .filter(request -> request.state() == AgentRequest.State.PENDING)
                .ifPresent(request -> {
                    request.expire();
                    tell(request);
                });
    }

    private void tell(AgentRequest request) {
        answered.fire(new AgentAnswered(request));
        settled.fire(new AgentRequestSettled(request.requestId));
    }
}
