package io.sspr.reset.writeback;

/**
 * Fired inside the service, in the transaction that settles a request to an agent; also when nobody answered in time, and once more if an answer that
 * came late turns a refusal into a success.
 */
public record AgentAnswered(AgentRequest request) {
    public AgentAnswer answer() {
        return AgentAnswer.of(request);
    }
}
