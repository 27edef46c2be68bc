package io.sspr.sandbox.tour;

import io.sspr.sandbox.demo.DemoAccount;
import java.util.function.Supplier;

/**
 * One row of the tour: somebody tries something, and one outcome is expected.
 *
 * @param account who; for an unknown user, anybody of the tenant whose log shows it
 * @param user the name as it is typed
 * @param tried in a few words
 * @param expected {@code success}, a code such as {@code SSPR_0012}, a problem's name, or several of them with commas
 * @param end what the audit log has to show once if the last of it is a success
 * @param walk does it
 */
public record Stop(DemoAccount account, String user, String tried, String expected, End end, Supplier<Result> walk) {
    static final String SUCCESS = "success";

    /** What a user, or an administrator for them, can achieve, by the name of its audit record. Source: R-AUD-21, R-AUD-22, R-AUD-23, R-AUD-25. */
    public enum End {
        BY_ADMINISTRATOR("Reset password (by admin)"),
        CHANGE("Change password (self-service)"),
        RESET("Reset password (self-service)"),
        UNLOCK("Unlock user account (self-service)");

        private final String activity;

        End(String activity) {
            this.activity = activity;
        }

        /** The {@code activityDisplayName} in the audit log. */
        public String activity() {
            return activity;
        }
    }

    /**
     * What came of it.
     *
     * @param got in the words of {@code expected}; anything else is a failure
     * @param supportCode of the flow; null if none was shown
     * @param millis how long the request took that brought the result
     */
    public record Result(String got, String supportCode, long millis) {}

    /** Whether it ends with what the user wanted. */
    boolean succeeds() {
        return expected.endsWith(SUCCESS);
    }
}
