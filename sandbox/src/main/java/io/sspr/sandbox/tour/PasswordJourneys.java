package io.sspr.sandbox.tour;

import static io.sspr.sandbox.tour.Stop.SUCCESS;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.tour.Http.Answer;
import io.sspr.sandbox.tour.Stop.End;
import java.util.function.Supplier;

/** Journeys around the password: which ones are not taken, and what else there is than a reset. */
final class PasswordJourneys {
    private final Steps steps;
    private final AccountClient accounts;
    private final Outside outside;
    private final Staff staff;

    PasswordJourneys(Steps steps, AccountClient accounts, Outside outside, Staff staff) {
        this.steps = steps;
        this.accounts = accounts;
        this.outside = outside;
        this.staff = staff;
    }

    /** The user learns that it is easy to guess; why, only administrators can find out. Source: R-BAN-07. */
    Stop tooEasy(String name, String tried, String password, String verdict) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, tried, "FuzzyPolicyViolationInvalidPassword", () -> {
            ResetClient reset = steps.atPasswordPage(account);
            Answer answer = reset.submit(password);
            String seen = staff.evaluate(account, password).path("verdict").asText();
            String got = Steps.problem(answer) + (seen.equals(verdict) ? "" : ", yet administrators see " + seen);
            return new Stop.Result(got, reset.supportCode(), answer.took().toMillis());
        });
    }

    Stop unlocked(String name) {
        DemoAccount account = DemoAccounts.named(name);
        String password = account.initialPassword();
        return stop(account, "locked out on-premises, unlocked", SUCCESS, End.UNLOCK, () -> {
            boolean wasLocked = !outside.bind(account.upn(), password);
            ResetClient reset = steps.atPasswordPage(account);
            return Steps.result(reset, reset.unlock(), () -> {
                if (!wasLocked) {
                    return ", yet it was not locked";
                }
                return steps.accepts(account, password) ? "" : ", yet the old password does not work";
            });
        });
    }

    Stop changed(String name, String tried) {
        DemoAccount account = DemoAccounts.named(name);
        String current = account.initialPassword();
        return stop(account, tried, SUCCESS, End.CHANGE, () -> {
            String password = steps.newPassword();
            Answer answer = accounts.changePassword(account.upn(), current, password);
            return Steps.result(answer, steps.proven(account, current, password));
        });
    }

    Stop wrongCurrentPassword(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return stop(account, "password changed, the current one wrong", "CurrentPasswordWrong", End.CHANGE, () -> {
            Answer answer = accounts.changePassword(account.upn(), steps.newPassword(), steps.newPassword());
            return Steps.result(answer, () -> "");
        });
    }

    private static Stop stop(DemoAccount account, String tried, String expected, End end, Supplier<Stop.Result> walk) {
        return new Stop(account, account.upn(), tried, expected, end, walk);
    }
}
