package io.sspr.sandbox.tour;

import io.sspr.sandbox.demo.DemoAccount;
import java.util.function.Supplier;

/**
 * One row of the tour: somebody tries something, and one outcome is expected.
 *
 * @param account who; for an unknown user, anybody of the tenant whose log shows it
 * @param user the name as it is typed
 * @param tried in a few words
 * @param expected {@code success}, a code such as {@code SSPR_0012}, or a problem's name
 * @param walk does it
 */
public record Stop(DemoAccount account, String user, String tried, String expected, Supplier<Result> walk) {

    /**
     * What came of it.
     *
     * @param got in the words of {@code expected}; anything else is a failure
     * @param supportCode of the flow; null if none was shown
     * @param millis how long the request took that brought the result
     */
    public record Result(String got, String supportCode, long millis) {}
}
