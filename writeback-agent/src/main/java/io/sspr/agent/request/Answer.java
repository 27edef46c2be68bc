package io.sspr.agent.request;

import io.sspr.agent.directory.Refusal;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a request.
 *
 * @param refusal why it was not done; empty if it was
 * @param evidence what was seen if it was done; never a secret
 */
record Answer(Optional<Refusal> refusal, Map<String, Object> evidence) {
    static Answer done(Map<String, Object> evidence) {
        return new Answer(Optional.empty(), evidence);
    }

    static Answer refused(Refusal why) {
        return of(Optional.of(why));
    }

    /** Done unless there is a refusal. */
    static Answer of(Optional<Refusal> refusal) {
        return new Answer(refusal, Map.of());
    }

    WritebackResult result(WritebackRequest request, String agent) {
        return refusal.map(why -> WritebackResult.refused(request, agent, why.verdict(), why.evidence()))
                .orElseGet(() -> WritebackResult.success(request, agent, evidence));
    }
}
