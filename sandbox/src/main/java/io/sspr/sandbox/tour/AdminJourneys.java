package io.sspr.sandbox.tour;

import static io.sspr.sandbox.tour.Stop.SUCCESS;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.tour.Http.Answer;
import io.sspr.sandbox.tour.Stop.End;

/** Journeys in which an administrator gives a user a password for one sign-in. Source: R-ACT-06, R-WB-42, R-WB-45. */
final class AdminJourneys {
    private final Steps steps;
    private final AccountClient accounts;
    private final Outside outside;
    private final Staff staff;

    AdminJourneys(Steps steps, AccountClient accounts, Outside outside, Staff staff) {
        this.steps = steps;
        this.accounts = accounts;
        this.outside = outside;
        this.staff = staff;
    }

    Stop given(String name) {
        DemoAccount account = DemoAccounts.named(name);
        String tried = "password set by an administrator, for one use";
        return new Stop(account, account.upn(), tried, SUCCESS, End.BY_ADMINISTRATOR, () -> {
            String temporary = steps.newPassword();
            return Steps.result(staff.resetPassword(account, temporary), () -> proof(account, temporary));
        });
    }

    Stop replacedAtSignIn(String name) {
        DemoAccount account = DemoAccounts.named(name);
        String tried = "the same, replaced by the user at sign-in";
        return new Stop(account, account.upn(), tried, "PasswordExpired, " + SUCCESS, End.CHANGE, () -> {
            String temporary = steps.newPassword();
            String password = steps.newPassword();
            staff.resetPassword(account, temporary);
            String signIn = Steps.problem(accounts.signIn(account.upn(), temporary));
            Answer answer = accounts.changePassword(account.upn(), temporary, password);
            return Steps.after(signIn, Steps.result(answer, steps.proven(account, temporary, password)));
        });
    }

    /** @param administrator holds a role that is about other things */
    Stop notAllowed(String administrator, String user) {
        DemoAccount caller = DemoAccounts.named(administrator);
        DemoAccount account = DemoAccounts.named(user);
        return Steps.stop(caller, "sets somebody's password without the right role", "NotAllowed", () -> {
            Answer answer = staff.resetPassword(caller, account, steps.newPassword());
            return new Stop.Result(Steps.problem(answer), null, answer.took().toMillis());
        });
    }

    private String proof(DemoAccount account, String temporary) {
        if (!outside.mustChange(account.upn(), temporary)) {
            return ", yet the directory does not ask for another one";
        }
        return outside.bind(account.upn(), account.initialPassword()) ? ", yet the old password still works" : "";
    }
}
