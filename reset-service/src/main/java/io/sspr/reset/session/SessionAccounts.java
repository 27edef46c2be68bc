package io.sspr.reset.session;

import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.throttle.Subject;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose reset a session is: an account's, or a decoy's. */
@ApplicationScoped
public class SessionAccounts {
    private final Accounts accounts;

    SessionAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    public Account of(ResetSession session) {
        return session.isDecoy()
                ? accounts.decoy(session.tenantId(), session.throttleSubject())
                : accounts.findById(session.accountId());
    }

    /** Whose attempts are counted in this session. */
    public Subject attempts(ResetSession session) {
        return new Subject(session.throttleSubject(), session.tenantId(), session.supportCode(), user(session));
    }

    /** The user as facts name them; whoever follows a decoy is nobody that we know. */
    public Person user(ResetSession session) {
        return session.isDecoy()
                ? Person.unknown(session.ipAddress())
                : of(session).person(session.ipAddress());
    }
}
