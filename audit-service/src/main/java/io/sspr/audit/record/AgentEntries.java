package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.AGENT_DISTRUSTED;
import static io.sspr.audit.record.Activity.AGENT_KEYS;
import static io.sspr.audit.record.Activity.AGENT_OFFBOARDED;
import static io.sspr.audit.record.Activity.AGENT_ONBOARDED;
import static io.sspr.audit.record.Activity.DIRECTORY_SYNCHRONISED;
import static io.sspr.audit.record.Activity.ONBOARDING_TOKEN;
import static io.sspr.audit.record.Entry.failure;
import static io.sspr.audit.record.Entry.success;

import io.sspr.contract.agent.AgentKeysRolled;
import io.sspr.contract.agent.AgentOffboarded;
import io.sspr.contract.agent.AgentOnboarded;
import io.sspr.contract.agent.MessageDistrusted;
import io.sspr.contract.agent.OnboardingTokenIssued;
import io.sspr.contract.policy.DirectorySynchronised;

/**
 * How agents come and go, and what they bring. What an agent does by itself is told as done by it; what an administrator had a part in, by the
 * administrator, with the agent's name as a detail. Source: R-AUD-29, R-WB-20, R-WB-24, R-WB-25.
 */
final class AgentEntries {
    private AgentEntries() {}

    static Entry of(OnboardingTokenIssued fact, String tenant) {
        return success(ONBOARDING_TOKEN, null).by(fact.by()).toDirectory(tenant).with("ExpiresAt", fact.expiresAt());
    }

    /** Keys that came with an import are brought by nobody who is known here; the import has a line of its own. */
    static Entry of(AgentOnboarded fact, String tenant) {
        return success(AGENT_ONBOARDED, null)
                .by(fact.by())
                .toDirectory(tenant)
                .withAgent(fact.agent())
                .withAll("Keys", fact.keys());
    }

    static Entry of(AgentKeysRolled fact, String tenant) {
        return success(AGENT_KEYS, null)
                .byApp(fact.agent())
                .toDirectory(tenant)
                .withAgent(fact.agent())
                .withAll("Keys", fact.keys());
    }

    static Entry of(AgentOffboarded fact, String tenant) {
        Entry entry = success(AGENT_OFFBOARDED, null);
        return (fact.by() == null ? entry.byApp(fact.agent()) : entry.by(fact.by()))
                .toDirectory(tenant)
                .withAgent(fact.agent());
    }

    /** Who wrote it is just what is not known. Source: R-EVT-32008. */
    static Entry of(MessageDistrusted fact, String tenant) {
        return failure(AGENT_DISTRUSTED, "NotAuthentic")
                .toDirectory(tenant)
                .with("Topic", fact.topic())
                .with("Message", fact.message())
                .with("Fault", fact.fault());
    }

    static Entry of(DirectorySynchronised fact, String tenant) {
        return success(DIRECTORY_SYNCHRONISED, fact.full() ? "Everything was read" : "What had changed was read")
                .byApp(fact.agent())
                .toDirectory(tenant)
                .with("Run", fact.run())
                .with("Accounts", fact.accounts())
                .with("Groups", fact.groups())
                .with("Removed", fact.removed());
    }
}
