package io.sspr.reset.password;

import io.sspr.reset.banned.BannedPasswordsCache;
import io.sspr.reset.banned.TestBreaches;

/** The judgement of new passwords, for the tests of other features. */
public final class TestJudgement {
    private TestJudgement() {}

    /** As in production, but with no list of breached passwords. */
    public static JudgePassword withoutBreaches() {
        return new JudgePassword(new BannedPasswordsCache(), TestBreaches.none());
    }
}
