package io.sspr.sandbox.tour;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccount.Kind;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.tour.Http.Answer;
import io.sspr.sandbox.tour.Stop.Result;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One reset per outcome, as a user would go through it. "Success" is believed only when the new password works and the old one does not. */
public final class Journeys {
    private static final String SUCCESS = "success";
    /** What every password that {@link #newPassword} makes begins with. */
    public static final String PASSWORD_PREFIX = "Tour-7q";

    private static final String TOO_SIMPLE = "abcdefgh";
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final URI resetService;
    private final Outside outside;
    private final Staff staff;
    private final Map<String, String> secretsUsed;

    /** @param secretsUsed takes every password and code of the walks, by what it was, for whoever searches for leaks afterwards */
    public Journeys(URI resetService, Outside outside, Staff staff, Map<String, String> secretsUsed) {
        this.resetService = resetService;
        this.outside = outside;
        this.staff = staff;
        this.secretsUsed = secretsUsed;
    }

    /** All rows of the tour, in the order in which they are walked. */
    public List<Stop> all() {
        List<Stop> stops = new ArrayList<>();
        stops.add(success("cleo", "cloud-only, code by e-mail"));
        stops.add(success("yuki", "cloud-only, code by SMS, in Japanese"));
        stops.add(success("petra", "password hash sync, written back"));
        stops.add(success("tom", "pass-through, written back"));
        stops.add(success("frida", "federated, written back"));
        stops.add(success("nina", "member of a nested group, written back"));
        stops.add(success("will", "two methods required"));
        stops.add(success("ada", "administrator: two gates by the built-in policy"));
        stops.add(refused("noor", "reset switched off for the tenant", "SSPR_0009"));
        stops.add(refused("fay", "writeback switched off", "SSPR_0010"));
        stops.add(refused("abe", "reset on, but no group chosen", "SSPR_0011"));
        stops.add(refused("ulla", "no licence", "SSPR_0012"));
        stops.add(refused("otto", "licence without writeback", "SSPR_0012"));
        stops.add(refused("noel", "not in the group", "SSPR_0013"));
        stops.add(refused("mia", "no contact data", "SSPR_0014"));
        stops.add(refused("wanda", "one method of two required", "SSPR_0014"));
        stops.add(refused("max", "malformed phone number", "SSPR_0014"));
        stops.add(unchanged("rita", "agent has no rights on the object", "SSPR_0029"));
        stops.add(unchanged("paul", "protected account on-premises", "SSPR_0029"));
        stops.add(refusedAtSubmit("dora", "disabled on-premises", "SSPR_0029"));
        stops.add(refusedAtSubmit("gil", "deleted on-premises", "SSPR_0029"));
        stops.add(refusedAtSubmit("twyla", "two objects share the anchor", "SSPR_0029"));
        stops.add(directoryDown("frida"));
        stops.add(refused("tara", "agent down", "SSPR_0030"));
        stops.add(policyRefusedThenAccepted("petra"));
        stops.add(wrongCode("cleo"));
        stops.add(refused("dina", "sign-in disabled", "AccountNotVerified"));
        stops.add(refused("gus", "guest", "AccountNotVerified"));
        stops.add(new Stop(
                DemoAccounts.named("cleo"),
                "nobody@contoso.example",
                "unknown user",
                "AccountNotVerified",
                () -> begin("nobody@contoso.example")));
        return stops;
    }

    /** A password that no policy of the demo refuses, never the same twice. */
    public String newPassword() {
        StringBuilder password = new StringBuilder(PASSWORD_PREFIX);
        RANDOM.ints(12, 'b', 'z').forEach(c -> password.append((char) c));
        secretsUsed.put(password.toString(), "a new password");
        return password.toString();
    }

    /** Goes through all gates by whatever methods are offered, the first one first. */
    public void passGates(ResetClient reset, DemoAccount account, Answer begun) {
        Answer at = begun;
        while ("GATES_OPEN".equals(at.body().path("state").asText())) {
            String method = at.body().path("methods").path(0).path("method").asText();
            at = passGate(reset, account, method);
        }
    }

    private Answer passGate(ResetClient reset, DemoAccount account, String method) {
        String destination = destination(account, method);
        int seen = outside.countMessages(destination);
        String challenge = reset.sendCode(method, destination).body().path("id").asText();
        String code = outside.awaitCode(destination, seen);
        secretsUsed.put(code, "a one-time code");
        return reset.typeCode(challenge, code);
    }

    /** A reset of this account with all gates passed. */
    public ResetClient atPasswordPage(DemoAccount account) {
        ResetClient reset = new ResetClient(resetService, account.language());
        Answer begun = reset.begin(account.upn());
        if (begun.status() != CREATED) {
            throw new IllegalStateException(account.upn() + " cannot begin a reset: " + problem(begun));
        }
        passGates(reset, account, begun);
        return reset;
    }

    /** Whether the master of the account's password lets the user in. */
    public boolean accepts(DemoAccount account, String password) {
        boolean inCloud = account.isHeldInCloud();
        boolean onPremises = account.kind() != Kind.CLOUD_ONLY;
        return (!inCloud || staff.canSignIn(account, password))
                && (!onPremises || outside.bind(account.upn(), password));
    }

    private Stop success(String name, String tried) {
        DemoAccount account = DemoAccounts.named(name);
        return stop(account, tried, SUCCESS, () -> {
            ResetClient reset = atPasswordPage(account);
            String password = newPassword();
            return result(reset, reset.submit(password), proven(account, account.initialPassword(), password));
        });
    }

    private Stop policyRefusedThenAccepted(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return stop(
                account, "on-premises policy refuses, then accepts", "OnPremisesPolicyViolation, " + SUCCESS, () -> {
                    ResetClient reset = atPasswordPage(account);
                    String refused = problem(reset.submit(TOO_SIMPLE));
                    String password = newPassword();
                    Result second = result(reset, reset.submit(password), proven(account, TOO_SIMPLE, password));
                    return new Result(refused + ", " + second.got(), second.supportCode(), second.millis());
                });
    }

    private Stop refused(String name, String tried, String code) {
        DemoAccount account = DemoAccounts.named(name);
        return stop(account, tried, code, () -> begin(account.upn()));
    }

    private Stop refusedAtSubmit(String name, String tried, String code) {
        DemoAccount account = DemoAccounts.named(name);
        return stop(account, tried, code, () -> {
            ResetClient reset = atPasswordPage(account);
            return result(reset, reset.submit(newPassword()), () -> "");
        });
    }

    private Stop unchanged(String name, String tried, String code) {
        DemoAccount account = DemoAccounts.named(name);
        return stop(account, tried, code, () -> {
            ResetClient reset = atPasswordPage(account);
            String password = newPassword();
            Answer answer = reset.submit(password);
            boolean changed = outside.bind(account.upn(), password);
            return new Result(
                    problem(answer) + (changed ? ", yet the password was changed" : ""),
                    reset.supportCode(),
                    answer.took().toMillis());
        });
    }

    private Stop directoryDown(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return stop(account, "directory down", "SSPR_0030", () -> {
            ResetClient reset = atPasswordPage(account);
            outside.turnDirectory(false);
            try {
                return result(reset, reset.submit(newPassword()), () -> "");
            } finally {
                outside.turnDirectory(true);
            }
        });
    }

    private Stop wrongCode(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return stop(account, "wrong code", "CodeWrong", () -> {
            ResetClient reset = new ResetClient(resetService, account.language());
            reset.begin(account.upn());
            int seen = outside.countMessages(account.alternateEmail());
            String challenge = reset.sendCode("EMAIL", null).body().path("id").asText();
            String code = outside.awaitCode(account.alternateEmail(), seen);
            String wrong = code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
            return result(reset, reset.typeCode(challenge, wrong), () -> "");
        });
    }

    private Result begin(String userId) {
        ResetClient reset = new ResetClient(resetService, "en");
        return result(reset, reset.begin(userId), () -> " (a session began)");
    }

    private static Stop stop(DemoAccount account, String tried, String expected, Supplier<Result> walk) {
        return new Stop(account, account.upn(), tried, expected, walk);
    }

    /** @param proof of a success: empty if it holds, otherwise what is wrong */
    private static Result result(ResetClient reset, Answer answer, Supplier<String> proof) {
        String got = answer.status() == OK || answer.status() == CREATED ? SUCCESS + proof.get() : problem(answer);
        return new Result(got, reset.supportCode(), answer.took().toMillis());
    }

    private Supplier<String> proven(DemoAccount account, String former, String password) {
        return () -> {
            if (!accepts(account, password)) {
                return ", yet the new password does not work";
            }
            return accepts(account, former) ? ", yet the old password still works" : "";
        };
    }

    private static String problem(Answer answer) {
        return answer.body().path("code").asText("status " + answer.status());
    }

    private static String destination(DemoAccount account, String method) {
        return method.equals("EMAIL") ? account.alternateEmail() : account.phone();
    }
}
