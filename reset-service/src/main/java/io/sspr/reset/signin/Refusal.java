package io.sspr.reset.signin;

import io.sspr.contract.SsprCode;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.signin.SmartLockout.Attempt;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Why somebody who typed a password does not get what they want.
 *
 * @param problem null if it is one of the eight codes
 * @param code null if it is not
 * @param rules the broken rules of a password policy; empty otherwise
 * @param until when it makes sense to try again; null if that is not known
 */
public record Refusal(ProblemName problem, SsprCode code, List<String> rules, Instant until) implements SignIn.Result {
    public static Refusal of(ProblemName problem) {
        return new Refusal(problem, null, List.of(), null);
    }

    public static Refusal of(ProblemName problem, List<String> rules) {
        return new Refusal(problem, null, rules, null);
    }

    public static Refusal of(SsprCode code) {
        return new Refusal(null, code, List.of(), null);
    }

    /** Sign-in is locked, and the password was not looked at. Source: R-LOK-04. */
    public static Refusal locked(Attempt refused) {
        return new Refusal(ProblemName.SIGN_IN_LOCKED, null, List.of(), refused.lockedUntil());
    }

    public Response answer(Visitor visitor, Instant now) {
        Response answer = Problems.response(problem(visitor), visitor.language());
        return until == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, wholeSeconds(Duration.between(now, until)))
                        .build();
    }

    /** What the visitor is told. */
    public Problem problem(Visitor visitor) {
        if (code != null) {
            return Problems.refused(code, Moment.AFTER_SUBMIT, visitor.supportCode(), visitor.language());
        }
        return rules.isEmpty()
                ? Problems.of(problem, visitor.supportCode(), visitor.language())
                : Problems.of(
                        problem, visitor.supportCode(), visitor.language(), Problems.rules(rules, visitor.language()));
    }

    private static long wholeSeconds(Duration left) {
        return Math.max(1, left.plusMillis(999).toSeconds());
    }
}
