package io.sspr.sandbox.tour;

import static io.sspr.sandbox.tour.Stop.SUCCESS;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.tour.Gates.Received;
import io.sspr.sandbox.tour.Http.Answer;
import io.sspr.sandbox.tour.Stop.Result;

/** Journeys through one reset: it works, or it is refused, at the beginning or at the end. */
final class ResetJourneys {
    /** One kind of character, yet nothing that is easy to guess: that would be told first. Source: R-FLW-40. */
    private static final String TOO_SIMPLE = "vkqhzrtwmplx";

    /** What only a directory can play that is switched off by its user. */
    static final String DIRECTORY_DOWN = "directory down";

    private final Steps steps;
    private final Gates gates;
    private final Outside outside;

    ResetJourneys(Steps steps, Gates gates, Outside outside) {
        this.steps = steps;
        this.gates = gates;
        this.outside = outside;
    }

    Stop success(String name, String tried) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, tried, SUCCESS, () -> steps.finish(steps.atPasswordPage(account), account));
    }

    Stop refused(String name, String tried, String code) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, tried, code, () -> steps.begin(account.upn()));
    }

    /** @param name of anybody in the tenant whose domain is typed */
    Stop unknown(String name, String tried) {
        DemoAccount witness = DemoAccounts.named(name);
        String nobody = Strangers.at(witness);
        return Steps.stop(witness, nobody, tried, "AccountNotVerified", () -> steps.begin(nobody));
    }

    Stop refusedAtSubmit(String name, String tried, String code) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, tried, code, () -> {
            ResetClient reset = steps.atPasswordPage(account);
            return Steps.refusal(reset, reset.submit(steps.newPassword()));
        });
    }

    Stop unchanged(String name, String tried, String code) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, tried, code, () -> {
            ResetClient reset = steps.atPasswordPage(account);
            String password = steps.newPassword();
            Answer answer = reset.submit(password);
            boolean changed = outside.bind(account.upn(), password);
            String got = Steps.problem(answer) + (changed ? ", yet the password was changed" : "");
            return new Result(got, reset.supportCode(), answer.took().toMillis());
        });
    }

    Stop directoryDown(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, DIRECTORY_DOWN, "SSPR_0030", () -> {
            ResetClient reset = steps.atPasswordPage(account);
            outside.turnDirectory(false);
            try {
                return Steps.refusal(reset, reset.submit(steps.newPassword()));
            } finally {
                outside.turnDirectory(true);
            }
        });
    }

    Stop refusedThenAccepted(String name, String tried, String problem) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, tried, problem + ", " + SUCCESS, () -> {
            ResetClient reset = steps.atPasswordPage(account);
            String refused = Steps.problem(reset.submit(TOO_SIMPLE));
            return Steps.after(refused, steps.finish(reset, account, TOO_SIMPLE));
        });
    }

    Stop wrongCode(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "wrong code", "CodeWrong", () -> {
            ResetClient reset = steps.begun(account);
            Received received = gates.receive(reset, Proof.MAIL, account.alternateEmail());
            return Steps.refusal(reset, reset.typeCode(received.challenge(), received.wrongCode()));
        });
    }
}
