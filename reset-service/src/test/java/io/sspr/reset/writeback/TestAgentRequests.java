package io.sspr.reset.writeback;

import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.reset.directory.Account;
import io.sspr.reset.writeback.AskAgent.OnBehalf;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What agents were asked for, and what they answered, for the tests of those who ask. */
public final class TestAgentRequests {
    private TestAgentRequests() {}

    public static AgentRequest reset(Account account, OnBehalf order, String pendingHash, Instant requestedAt) {
        AgentRequest request = new AgentRequest(UUID.randomUUID());
        request.tenantId = account.tenantId();
        request.accountId = account.id();
        request.operation = Operation.RESET_BY_ADMIN;
        request.requestedAt = requestedAt;
        request.expiresAt = requestedAt.plusSeconds(30);
        request.pendingHash = pendingHash;
        request.requestedBy = order.administrator();
        request.mustChange = order.mustChange();
        request.supportCode = UUID.randomUUID();
        request.ipAddress = "203.0.113.8";
        request.language = "en";
        return request;
    }

    /** The same row for another operation. */
    public static AgentRequest asked(AgentRequest request, Operation operation) {
        request.operation = operation;
        return request;
    }

    public static AgentAnswered done(AgentRequest request) {
        request.settle(WritebackResult.success(request.requestId, "agent-1", Map.of()));
        return new AgentAnswered(request);
    }

    public static AgentAnswered refused(AgentRequest request, WritebackVerdict why, Map<String, Object> evidence) {
        request.settle(WritebackResult.refused(request.requestId, "agent-1", why, evidence));
        return new AgentAnswered(request);
    }
}
