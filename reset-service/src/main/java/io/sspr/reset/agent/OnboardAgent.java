package io.sspr.reset.agent;

import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Signature;
import io.sspr.reset.agent.OnboardingTokens.Good;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.ProblemName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Lets an agent in that has a token and holds the keys that it shows. A token is used up only by an agent that was let in. One that was known by this
 * name is replaced. Source: R-WB-20.
 */
@ApplicationScoped
class OnboardAgent {
    private static final Logger LOG = Logger.getLogger(OnboardAgent.class);

    private final OnboardingTokens tokens;
    private final RegisterAgent registerAgent;
    private final Tenants tenants;
    private final Accounts accounts;
    private final Clock clock;

    OnboardAgent(
            OnboardingTokens tokens, RegisterAgent registerAgent, Tenants tenants, Accounts accounts, Clock clock) {
        this.tokens = tokens;
        this.registerAgent = registerAgent;
        this.tenants = tenants;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Judges a request.
     *
     * @param body the request as it came
     * @param signature over {@code body}, by the new signing key; null without one
     */
    @Transactional
    AgentOutcome onboard(OnboardingRequest request, byte[] body, byte[] signature) {
        List<Fault> faults = request.faults();
        if (!faults.isEmpty()) {
            return AgentOutcome.rejected(faults);
        }
        PublicKeys keys = request.keys();
        try {
            Signature.verify(signature, body, keys.signing());
        } catch (BrokenSealException e) {
            LOG.warnf("An agent does not hold the key that it shows: cause=%s", e.getMessage());
            return AgentOutcome.refused(ProblemName.AGENT_NOT_RECOGNISED);
        }
        byte[] hash = OnboardingToken.hash(request.token());
        Instant now = clock.instant();
        Optional<Good> token = tokens.lock(hash, now);
        Optional<Account> issuer = token.flatMap(this::issuer);
        if (issuer.isEmpty()) {
            return AgentOutcome.refused(ProblemName.ONBOARDING_REFUSED);
        }
        String tenant = token.get().tenant();
        tenants.lock(tenant);
        List<Fault> conflicts = registerAgent.conflicts(tenant, request.agent(), keys, "");
        if (!conflicts.isEmpty()) {
            return AgentOutcome.rejected(conflicts);
        }
        tokens.use(hash, request.agent(), now);
        registerAgent.register(tenant, request.agent(), keys, issuer.get().person(null));
        LOG.infof("An agent was onboarded: tenant=%s agent=%s", tenant, request.agent());
        return AgentOutcome.done(tenant);
    }

    /** A token is worth no more than the administrator who asked for it is now. */
    private Optional<Account> issuer(Good token) {
        return accounts.findByIdOptional(token.issuedBy())
                .filter(Account::isEnabled)
                .filter(account -> account.roles().contains(Role.GLOBAL_ADMINISTRATOR));
    }
}
