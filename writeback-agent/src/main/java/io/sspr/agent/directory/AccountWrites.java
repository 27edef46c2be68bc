package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.contract.seal.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the agent ever writes: three requests, each of which is done as a whole or not at all. They take the rights
 * of R-WB-12. Thread-safe.
 */
final class AccountWrites {
    private static final String PASSWORD = "unicodePwd";

    private final LDAPConnectionPool pool;

    AccountWrites(LDAPConnectionPool pool) {
        this.pool = pool;
    }

    /** Sets the password and unlocks, both in one: one round trip, and never the one without the other. */
    static ModifyRequest reset(DirectoryAccount account, Secret password, boolean mustChange) {
        List<Modification> modifications = new ArrayList<>();
        modifications.add(new Modification(ModificationType.REPLACE, PASSWORD, quoted(password)));
        modifications.add(unlocking());
        if (mustChange) {
            modifications.add(new Modification(ModificationType.REPLACE, "pwdLastSet", "0"));
        }
        return new ModifyRequest(account.dn(), modifications);
    }

    /** Takes the current password away and adds the new one, by which the directory knows a change from a reset. */
    static ModifyRequest change(DirectoryAccount account, Secret current, Secret password) {
        return new ModifyRequest(
                account.dn(),
                new Modification(ModificationType.DELETE, PASSWORD, quoted(current)),
                new Modification(ModificationType.ADD, PASSWORD, quoted(password)));
    }

    static ModifyRequest unlock(DirectoryAccount account) {
        return new ModifyRequest(account.dn(), unlocking());
    }

    /**
     * Sends a request once.
     *
     * @throws LDAPException with a result code of the client's own if no answer came
     */
    void send(ModifyRequest write, LDAPConnection connection) throws LDAPException {
        try {
            LDAPResult result = connection.modify(write);
            if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPException(result);
            }
            pool.releaseConnection(connection);
        } catch (LDAPException e) {
            pool.releaseConnectionAfterException(connection, e);
            throw e;
        }
    }

    private static Modification unlocking() {
        return new Modification(ModificationType.REPLACE, "lockoutTime", "0");
    }

    private static byte[] quoted(Secret password) {
        return ('"' + password.reveal() + '"').getBytes(StandardCharsets.UTF_16LE);
    }
}
