package io.sspr.reset.directory;

/** What an administrator may set about an account's password, for tests. */
public final class TestPasswordFlags {
    private TestPasswordFlags() {}

    public static Account neverExpires(Account account, boolean never) {
        account.passwordNeverExpires = never;
        return account;
    }
}
