package io.sspr.sandbox.tour;

import static io.sspr.sandbox.tour.Stop.SUCCESS;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.tour.Gates.Received;
import java.util.stream.IntStream;

/** Journeys of those who try too often. Source: R-THR-06, R-THR-10, R-LOK-01, R-LOK-05. */
final class LimitJourneys {
    private static final int WRONG_CODES = 5;
    private static final int WRONG_PASSWORDS = 10;

    private final Steps steps;
    private final Gates gates;
    private final AccountClient accounts;
    private final Staff staff;

    LimitJourneys(Steps steps, Gates gates, AccountClient accounts, Staff staff) {
        this.steps = steps;
        this.gates = gates;
        this.accounts = accounts;
        this.staff = staff;
    }

    Stop throttled(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "five wrong codes, then the right one", "Throttled", () -> {
            ResetClient reset = steps.begun(account);
            Received received = typeWrongCodes(reset, account);
            return Steps.refusal(reset, reset.typeCode(received.challenge(), received.code()));
        });
    }

    Stop blockLifted(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "blocked, then let go by an administrator", "Throttled, " + SUCCESS, () -> {
            typeWrongCodes(steps.begun(account), account);
            String blocked = steps.begin(account.upn()).got();
            staff.liftBlock(account);
            return Steps.after(blocked, steps.finish(steps.atPasswordPage(account), account));
        });
    }

    /** Ten different ones: the same again would be no new guess. The eleventh is right, and not looked at. */
    Stop lockedOutOfSignIn(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "ten wrong passwords, then a reset", "SignInLocked, " + SUCCESS, () -> {
            IntStream.range(0, WRONG_PASSWORDS)
                    .parallel()
                    .forEach(i -> accounts.signIn(account.upn(), steps.newPassword()));
            String locked = Steps.problem(accounts.signIn(account.upn(), account.initialPassword()));
            return Steps.after(locked, steps.finish(steps.atPasswordPage(account), account));
        });
    }

    private Received typeWrongCodes(ResetClient reset, DemoAccount account) {
        Received received = gates.receive(reset, Proof.MAIL, account.alternateEmail());
        for (int i = 0; i < WRONG_CODES; i++) {
            reset.typeCode(received.challenge(), received.wrongCode());
        }
        return received;
    }
}
