package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
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
import java.util.List;
import java.util.Optional;

/**
 * The Active Directory in which the passwords live, reached over LDAPS as the agent's service account. Thread-safe. No
 * call takes longer than five seconds, a directory that comes back is used again at once, and every failure says
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
    private volatile Refusal lastFault;

    public OnPremisesDirectory(AgentConfig config, Clock clock) {
        url = config.ldap().url();
        requirePolicyHints = config.directory().requirePolicyHints();
        connections = new DirectoryConnections(config.ldap());
        accounts = new AccountSearch(connections.pool(), config.ldap().baseDn());
        writes = new AccountWrites(connections.pool());
        rules = new DirectoryRules(connections.pool(), config.ldap().baseDn(), clock);
    }

    @PreDestroy
    public void close() {
        connections.close();
    }

    /** How this directory is called in evidence. */
    public String url() {
        return url;
    }

    /**
     * The one account that a cloud account is tied to. Source: R-WB-10.
     *
     * @throws DirectoryException also if there is none (33002) or more than one (33003)
     */
    public DirectoryAccount find(byte[] cloudAnchor) throws DirectoryException {
        try {
            List<SearchResultEntry> found = accounts.withAnchor(cloudAnchor);
            lastFault = null;
            if (found.isEmpty()) {
                throw refused(WritebackVerdict.USER_NOT_FOUND);
            }
            if (found.size() > 1) {
                throw refused(WritebackVerdict.DUPLICATE_ANCHOR);
            }
            return AccountSearch.account(found.get(0));
        } catch (LDAPException e) {
            throw e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT) ? baseIsMissing() : failed(e, false);
        }
    }

    /** The policy that the directory will hold a new password of this account against. */
    public OnPremisesPolicy policyFor(DirectoryAccount account) throws DirectoryException {
        try {
            return rules.policyFor(account);
        } catch (LDAPException e) {
            throw failed(e, false);
        }
    }

    /**
     * Sets the password and unlocks the account. The policy-hints control makes the directory hold the password against
     * the history. Source: R-WB-32, R-FLW-43, R-ADP-08.
     */
    public void setPassword(DirectoryAccount account, Secret password) throws DirectoryException {
        ModifyRequest reset = AccountWrites.reset(account, password);
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
        if (password.reveal().isEmpty()) {
            // To the directory that is no sign-in but a greeting, which it returns to anybody.
            return SignIn.WRONG_PASSWORD;
        }
        try (LDAPConnection own = connections.open()) {
            own.bind(account.dn(), password.reveal());
            return SignIn.ACCEPTED;
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return SignIn.of(e);
            }
            throw failed(e, false);
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
     * Signs in as the service account and looks at what the directory offers; empty if a reset would go through as far
     * as can be told.
     */
    public Optional<Refusal> check() {
        try {
            connections.signIn();
            policyHints();
            lastFault = null;
            return Optional.empty();
        } catch (LDAPException e) {
            return Optional.of(failed(e, false).refusal());
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
                throw refused(WritebackVerdict.POLICY_CONTROL_MISSING);
            }
            return offered;
        } catch (LDAPException e) {
            throw failed(e, false);
        }
    }

    private void write(ModifyRequest request) throws DirectoryException {
        LDAPConnection connection = connect();
        try {
            writes.send(request, connection);
        } catch (LDAPException e) {
            // Of these codes the directory knows nothing: the request was sent, and no answer came.
            throw failed(e, e.getResultCode().isClientSideResultCode());
        }
    }

    private LDAPConnection connect() throws DirectoryException {
        try {
            return connections.pool().getConnection();
        } catch (LDAPException e) {
            throw failed(e, false);
        }
    }

    private DirectoryException failed(LDAPException error, boolean inDoubt) {
        Refusal refusal = DirectoryFault.refusal(error, url);
        if (error.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)
                || !error.getResultCode().isConnectionUsable()) {
            lastFault = refusal;
        }
        return new DirectoryException(refusal, inDoubt);
    }

    private DirectoryException baseIsMissing() {
        Refusal refusal = Refusal.of(WritebackVerdict.DIRECTORY_CONFIGURATION)
                .with("server", url)
                .with("ldapResult", ResultCode.NO_SUCH_OBJECT.intValue());
        return new DirectoryException(refusal, false);
    }

    private DirectoryException refused(WritebackVerdict verdict) {
        return new DirectoryException(Refusal.of(verdict).with("server", url), false);
    }
}
