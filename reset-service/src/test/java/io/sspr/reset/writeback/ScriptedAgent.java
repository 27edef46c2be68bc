package io.sspr.reset.writeback;

import io.smallrye.mutiny.Uni;
import io.sspr.contract.Message;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.signin.Visitor;
import jakarta.enterprise.inject.Vetoed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An agent that does, or refuses, whatever it is asked for, and remembers the last administrator's reset or unlock. */
@Vetoed
public final class ScriptedAgent extends AskAgent {
    private final WritebackVerdict verdict;
    private Asked asked;
    private UUID unlocker;

    /** @param verdict null to do what it is asked for */
    public ScriptedAgent(WritebackVerdict verdict) {
        super(null, null, null, null, null, null, null);
        this.verdict = verdict;
    }

    /** What it was asked for. */
    public record Asked(Secret password, String pendingHash, OnBehalf order) {}

    @Override
    public Message<WritebackRequest> toReset(
            Tenant tenant, Account account, Secret password, String pendingHash, OnBehalf order, Visitor visitor) {
        asked = new Asked(password, pendingHash, order);
        return null;
    }

    @Override
    public Message<WritebackRequest> toUnlock(Account account, UUID administrator, Visitor visitor) {
        unlocker = administrator;
        return null;
    }

    @Override
    public Uni<AgentAnswer> ask(Message<WritebackRequest> request) {
        return Uni.createFrom().item(new AgentAnswer(verdict, Map.of()));
    }

    public Optional<Asked> asked() {
        return Optional.ofNullable(asked);
    }

    /** The account id of the administrator for whom it was asked to unlock. */
    public Optional<UUID> unlocker() {
        return Optional.ofNullable(unlocker);
    }
}
