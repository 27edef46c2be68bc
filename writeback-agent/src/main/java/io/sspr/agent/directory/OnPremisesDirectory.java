package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.quarkus.runtime.Startup;
import io.sspr.agent.AgentConfig;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The Active Directory in which the passwords live, reached over LDAPS as the agent's service account. Thread-safe.
 * Every step has a limit of three seconds, a directory that comes back is used again at once, and every failure says
 * whether a write may have been done nevertheless.
 */
@Startup
@ApplicationScoped
public class OnPremisesDirectory {
    private final String url;
    private final boolean requirePolicyHints;
    private final DirectoryConnections connections;
    private final AccountSearch accounts;
    private final AccountWrites writes;
    private final DirectoryRules rules;
    private final ServiceRights rights;
    private volatile Refusal lastFault;

    public OnPremisesDirectory(AgentConfig config, Clock clock) {
        requirePolicyHints = config.directory().requirePolicyHints();
        connections = new DirectoryConnections(config.ldap());
        url = String.join(",", connections.servers());
        accounts = AccountSearch.of(connections.pool(), config);
        writes = new AccountWrites(connections.pool());
        rules = new DirectoryRules(connections.pool(), config.ldap().baseDn(), clock);
        rights = new ServiceRights(connections.pool(), accounts, clock);
    }

    @PreDestroy
    public void close() {
        connections.close();
    }

    /** Connections signed in as the service account, for reading more than one account. */
    public LDAPConnectionPool pool() {
        return connections.pool();
    }

    /** How this directory is called in evidence: its domain controllers, separated by commas. */
    public String url() {
        return url;
    }

    /** The domain controllers, in the order of preference. */
    public List<String> servers() {
        return connections.servers();
    }

    /**
     * The one account that a cloud account is tied to. Source: R-WB-10.
     *
     * @throws DirectoryException also if there is none (33002) or more than one (33003)
     */
    public DirectoryAccount find(byte[] cloudAnchor) throws DirectoryException {
        try {
            return find(cloudAnchor, accounts);
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw new DirectoryException(DirectoryFault.baseIsMissing(url));
            }
            throw failed(e);
        }
    }

    /** Whose password it is that one domain controller knows, and whether it is this one. */
    public Sighting look(byte[] cloudAnchor, Secret password, String server) throws DirectoryException {
        try (LDAPConnection own = connections.signIn(server)) {
            DirectoryAccount account = find(cloudAnchor, accounts.on(own));
            return new Sighting(account, SignIn.as(account, password, own).proof());
        } catch (LDAPException e) {
            throw new DirectoryException(fault(e, server));
        }
    }

    /** The protected account that this one is, or the protected group that it belongs to, as a SID. Source: R-WB-13. */
    public Optional<String> protectedBy(DirectoryAccount account) throws DirectoryException {
        try {
            return accounts.sids(account.dn()).stream()
                    .filter(ProtectedSids::contain)
                    .findFirst()
                    .map(Sid::toString);
        } catch (LDAPException e) {
            throw failed(e);
        }
    }

    /** When the password was set, by the agent's clock; empty if it must be changed anyway. */
    public Optional<Instant> passwordSetAt(DirectoryAccount account) throws DirectoryException {
        try {
            Duration ahead = rules.clockAhead();
            return account.passwordSetAt().map(setAt -> setAt.minus(ahead));
        } catch (LDAPException e) {
            throw failed(e);
        }
    }

    /** The policy that the directory will hold a new password of this account against. */
    public OnPremisesPolicy policyFor(DirectoryAccount account) throws DirectoryException {
        try {
            return rules.policyFor(account);
        } catch (LDAPException e) {
            throw failed(e);
        }
    }

    /**
     * Sets the password and unlocks the account. The policy-hints control makes the directory hold the password against
     * the history.
     *
     * @param mustChange whether the password is good for one sign-in only. Source: R-WB-32, R-WB-45, R-FLW-43, R-ADP-08
     */
    public void setPassword(DirectoryAccount account, Secret password, boolean mustChange) throws DirectoryException {
        ModifyRequest reset = AccountWrites.reset(account, password, mustChange);
        policyHints().ifPresent(hints -> reset.addControl(hints.control()));
        write(reset);
    }

    /**
     * Replaces the current password as its owner would. The directory checks the current one, history and minimum age,
     * and refuses locked-out accounts. Source: R-CHG-01.
     */
    public void changePassword(DirectoryAccount account, Secret current, Secret password) throws DirectoryException {
        write(AccountWrites.change(account, current, password));
    }

    /** Lets an account in again; nothing changes for one that is not locked out. Source: R-WB-34. */
    public void unlock(DirectoryAccount account) throws DirectoryException {
        write(AccountWrites.unlock(account));
    }

    /**
     * Signs in once as the account's owner, on a connection of its own. A wrong password counts as a failed sign-in.
     *
     * @throws DirectoryException if there was no answer, or one that is not about the account
     */
    public SignIn signIn(DirectoryAccount account, Secret password) throws DirectoryException {
        try (LDAPConnection own = connections.open()) {
            return SignIn.as(account, password, own);
        } catch (LDAPException e) {
            throw failed(e);
        }
    }

    /** Whether a password is in force, by the only way to tell: signing in with it. */
    public Proof prove(DirectoryAccount account, Secret password) {
        try {
            return signIn(account, password).proof();
        } catch (DirectoryException e) {
            return Proof.UNKNOWN;
        }
    }

    /**
     * Signs in as the service account and looks at what the directory offers and allows; empty if a reset would go
     * through as far as can be told.
     */
    public Optional<Refusal> check() {
        try {
            connections.signIn().close();
            policyHints();
            lastFault = null;
            List<String> missing = rights.missing();
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(refusal(WritebackVerdict.NO_RIGHTS).with("missing", String.join(", ", missing)));
        } catch (LDAPException e) {
            return Optional.of(failed(e).refusal());
        } catch (DirectoryException e) {
            return Optional.of(e.refusal());
        }
    }

    /** What was wrong when the directory was last used; empty if it answered. */
    public Optional<Refusal> lastFault() {
        return Optional.ofNullable(lastFault);
    }

    private Optional<PolicyHints> policyHints() throws DirectoryException {
        try {
            Optional<PolicyHints> offered = rules.policyHints();
            if (offered.isEmpty() && requirePolicyHints) {
                throw new DirectoryException(refusal(WritebackVerdict.POLICY_CONTROL_MISSING));
            }
            return offered;
        } catch (LDAPException e) {
            throw failed(e);
        }
    }

    private DirectoryAccount find(byte[] cloudAnchor, AccountSearch search) throws LDAPException, DirectoryException {
        List<SearchResultEntry> found = search.withAnchor(cloudAnchor);
        lastFault = null;
        if (found.isEmpty()) {
            throw new DirectoryException(refusal(WritebackVerdict.USER_NOT_FOUND));
        }
        if (found.size() > 1) {
            throw new DirectoryException(refusal(WritebackVerdict.DUPLICATE_ANCHOR));
        }
        return AccountSearch.account(found.get(0));
    }

    private void write(ModifyRequest request) throws DirectoryException {
        String sentTo = null;
        try {
            LDAPConnection connection = connections.pool().getConnection();
            sentTo = DirectoryConnections.server(connection);
            writes.send(request, connection);
        } catch (LDAPException e) {
            // Of these codes the directory knows nothing: no answer came.
            boolean answered = !e.getResultCode().isClientSideResultCode();
            throw new DirectoryException(fault(e, sentTo == null ? url : sentTo), answered ? null : sentTo);
        }
    }

    private DirectoryException failed(LDAPException error) {
        return new DirectoryException(fault(error, url));
    }

    private Refusal fault(LDAPException error, String server) {
        Refusal refusal = DirectoryFault.refusal(error, server);
        if (error.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)
                || !error.getResultCode().isConnectionUsable()) {
            lastFault = refusal;
        }
        return refusal;
    }

    private Refusal refusal(WritebackVerdict verdict) {
        return Refusal.of(verdict).with("server", url);
    }
}
