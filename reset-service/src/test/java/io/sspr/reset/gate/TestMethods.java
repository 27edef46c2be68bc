package io.sspr.reset.gate;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import java.time.Clock;
import java.util.Optional;

/** Accounts that hold nothing but phones and mail addresses and, if wanted, answers to security questions. */
public final class TestMethods extends OfferMethods {
    private final boolean answers;

    public TestMethods() {
        this(false);
    }

    private TestMethods(boolean answers) {
        super(null, null, Clock.systemUTC());
        this.answers = answers;
    }

    public static TestMethods withAnswers() {
        return new TestMethods(true);
    }

    @Override
    public Means means(Tenant tenant, Account account) {
        return of(account, answers);
    }

    static Means of(Account account) {
        return of(account, false);
    }

    private static Means of(Account account, boolean answers) {
        return new Means(
                account.resetPhone(), account.officePhone(), account.resetMail(), Optional.empty(), false, answers);
    }
}
