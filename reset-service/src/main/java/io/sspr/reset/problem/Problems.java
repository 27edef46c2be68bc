package io.sspr.reset.problem;

import io.sspr.contract.SsprCode;
import io.sspr.reset.problem.Problem.FieldError;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Writes problem documents. */
public final class Problems {
    private static final int FORBIDDEN = 403;
    private static final int BAD_GATEWAY = 502;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** Where in the flow one of the eight codes is shown: code 29 has a text for each. Source: R-ERR-41. */
    public enum Moment {
        BEFORE_GATES("before"),
        AFTER_SUBMIT("after");

        private final String key;

        Moment(String key) {
            this.key = key;
        }
    }

    private Problems() {}

    /** The terminal refusal of a reset. */
    public static Problem refused(SsprCode code, Moment moment, UUID supportCode, Language language) {
        String key = code.code();
        String detail =
                code == SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED ? key + ".detail." + moment.key : key + ".detail";
        return new Problem(
                "urn:sspr:problem:" + key,
                Texts.get(language, "refused.title"),
                status(code),
                Texts.get(language, detail),
                key,
                supportCode,
                Texts.get(language, key + ".remedy"),
                key + ": " + Texts.get(language, key + ".technical"),
                null);
    }

    public static Problem of(ProblemName name, UUID supportCode, Language language) {
        return of(name, supportCode, language, null);
    }

    public static Problem of(ProblemName name, UUID supportCode, Language language, List<FieldError> errors) {
        return new Problem(
                "urn:sspr:problem:" + name.code(),
                Texts.get(language, name.code() + ".title"),
                name.status(),
                Texts.get(language, name.code() + ".detail"),
                name.code(),
                supportCode,
                Texts.get(language, name.code() + ".remedy"),
                null,
                errors);
    }

    /** The broken rules of a password policy, in the user's language. */
    public static List<FieldError> rules(List<String> rules, Language language) {
        return explain(
                rules.stream().map(rule -> new Fault(rule, "rule." + rule)).toList(), language);
    }

    public static List<FieldError> explain(List<Fault> faults, Language language) {
        return faults.stream()
                .map(fault -> new FieldError(fault.where(), Texts.get(language, fault.text())))
                .toList();
    }

    public static Response response(Problem problem, Language language) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem)
                .build();
    }

    private static int status(SsprCode code) {
        return switch (code) {
            case ON_PREMISES_CONNECTIVITY_ERROR -> SERVICE_UNAVAILABLE;
            case ON_PREMISES_ADMIN_ACTION_REQUIRED -> BAD_GATEWAY;
            case TENANT_SSPR_FLAG_DISABLED,
                    WRITEBACK_NOT_ENABLED,
                    SSPR_NOT_ENABLED_IN_USER_POLICY,
                    USER_NOT_LICENSED,
                    USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP,
                    USER_NOT_PROPERLY_CONFIGURED -> FORBIDDEN;
        };
    }
}
