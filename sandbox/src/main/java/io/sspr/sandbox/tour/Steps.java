package io.sspr.sandbox.tour;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccount.Kind;
import io.sspr.sandbox.tour.Http.Answer;
import io.sspr.sandbox.tour.Stop.End;
import io.sspr.sandbox.tour.Stop.Result;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What all journeys are made of. "Success" is believed only when the new password works and the old one does not. Thread-safe. */
final class Steps {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final Supplier<String> NO_PROOF = () -> "";

    private final URI resetService;
    private final Outside outside;
    private final Gates gates;
    private final Staff staff;
    private final Map<String, String> secretsUsed;

    /** @param secretsUsed takes every password and code of the walks, by what it was, for whoever searches for leaks afterwards */
    Steps(URI resetService, Outside outside, Gates gates, Staff staff, Map<String, String> secretsUsed) {
        this.resetService = resetService;
        this.outside = outside;
        this.gates = gates;
        this.staff = staff;
        this.secretsUsed = secretsUsed;
    }

    static Stop stop(DemoAccount account, String tried, String expected, Supplier<Result> walk) {
        return stop(account, account.upn(), tried, expected, walk);
    }

    /** @param user the name as it is typed */
    static Stop stop(DemoAccount account, String user, String tried, String expected, Supplier<Result> walk) {
        return new Stop(account, user, tried, expected, End.RESET, walk);
    }

    static String problem(Answer answer) {
        return answer.body().path("code").asText("status " + answer.status());
    }

    /** What came of a request that was not meant to succeed. */
    static Result refusal(ResetClient reset, Answer answer) {
        return result(reset, answer, NO_PROOF);
    }

    /** @param proof of a success: empty if it holds, otherwise what is wrong */
    static Result result(ResetClient reset, Answer answer, Supplier<String> proof) {
        return new Result(outcome(answer, proof), reset.supportCode(), millis(answer));
    }

    /** Of an answer that is not part of a reset and carries its own support code. */
    static Result result(Answer answer, Supplier<String> proof) {
        String supportCode = answer.body().path("supportCode").asText(null);
        return new Result(outcome(answer, proof), supportCode, millis(answer));
    }

    /** A result with what came before it. */
    static Result after(String before, Result last) {
        return new Result(before + ", " + last.got(), last.supportCode(), last.millis());
    }

    /** A new password, noted. */
    String newPassword() {
        return noted(TourPassword.random(), "a new password");
    }

    String noted(String secret, String what) {
        secretsUsed.put(secret, what);
        return secret;
    }

    ResetClient client(DemoAccount account) {
        return new ResetClient(resetService, account.language());
    }

    /** A reset of this account that has just begun. */
    ResetClient begun(DemoAccount account) {
        ResetClient reset = client(account);
        begin(reset, account.upn());
        return reset;
    }

    /** A reset of this account with all gates passed, by the first method offered each time. */
    ResetClient atPasswordPage(DemoAccount account) {
        return atPasswordPage(account, account.upn());
    }

    /** @param userId how the account is named */
    ResetClient atPasswordPage(DemoAccount account, String userId) {
        ResetClient reset = client(account);
        gates.passAll(reset, account, begin(reset, userId));
        return reset;
    }

    /** A reset of this account with gates passed in this way. */
    ResetClient atPasswordPage(DemoAccount account, List<Proof> proofs) {
        ResetClient reset = begun(account);
        proofs.forEach(proof -> gates.pass(reset, account, proof));
        return reset;
    }

    /** Only begins, and is meant to be refused. */
    Result begin(String userId) {
        ResetClient reset = new ResetClient(resetService, "en");
        return result(reset, reset.begin(userId), () -> " (a session began)");
    }

    /** Submits a new password in place of the account's first one. */
    Result finish(ResetClient reset, DemoAccount account) {
        return finish(reset, account, account.initialPassword());
    }

    /** @param former a password that must not work any more */
    Result finish(ResetClient reset, DemoAccount account, String former) {
        String password = newPassword();
        return result(reset, reset.submit(password), proven(account, former, password));
    }

    Supplier<String> proven(DemoAccount account, String former, String password) {
        return () -> {
            if (!accepts(account, password)) {
                return ", yet the new password does not work";
            }
            return accepts(account, former) ? ", yet the old password still works" : "";
        };
    }

    /** Whether the master of the account's password lets the user in. */
    boolean accepts(DemoAccount account, String password) {
        boolean inCloud = account.isHeldInCloud();
        boolean onPremises = account.kind() != Kind.CLOUD_ONLY;
        return (!inCloud || staff.canSignIn(account, password))
                && (!onPremises || outside.bind(account.upn(), password));
    }

    private static Answer begin(ResetClient reset, String userId) {
        Answer begun = reset.begin(userId);
        if (begun.status() != CREATED) {
            throw new IllegalStateException(userId + " cannot begin a reset: " + problem(begun));
        }
        return begun;
    }

    private static String outcome(Answer answer, Supplier<String> proof) {
        boolean success = answer.status() == OK || answer.status() == CREATED;
        return success ? Stop.SUCCESS + proof.get() : problem(answer);
    }

    private static long millis(Answer answer) {
        return answer.took().toMillis();
    }
}
