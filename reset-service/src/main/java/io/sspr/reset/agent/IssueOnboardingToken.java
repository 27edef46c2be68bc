package io.sspr.reset.agent;

import io.sspr.contract.agent.OnboardingTokenIssued;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Lets an administrator let one agent in, within an hour. Only one whose password the cloud holds: where the organisation itself vouches for its
 * administrators, whoever rules its servers could make themselves one. Source: R-WB-20.
 */
@ApplicationScoped
class IssueOnboardingToken {
    static final Duration LIFETIME = Duration.ofHours(1);

    /** How long used and expired tokens are remembered. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final OnboardingTokens tokens;
    private final Accounts accounts;
    private final AgentFacts facts;
    private final Clock clock;

    IssueOnboardingToken(OnboardingTokens tokens, Accounts accounts, AgentFacts facts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.facts = facts;
        this.clock = clock;
    }

    /** A token of the administrator's tenant; empty if somebody else vouches for the administrator. */
    @Transactional
    Optional<OnboardingToken> issue(Caller administrator) {
        AccountKind kind = accounts.findById(administrator.accountId()).kind();
        if (!kind.isHeldInCloud()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        OnboardingToken token = OnboardingToken.random(
                administrator.tenantId(), now.plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS));
        tokens.forget(now.minus(REMEMBERED));
        tokens.store(
                OnboardingToken.hash(token.token()), token.tenant(), administrator.accountId(), now, token.expiresAt());
        facts.add(token.tenant(), new OnboardingTokenIssued(administrator.person(), token.expiresAt()));
        return Optional.of(token);
    }
}
