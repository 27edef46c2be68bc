package io.sspr.reset.problem;

/** Everything that can be wrong with a request and has no SSPR number: name, HTTP status and, in the text files, what to say. Source: R-ERR-88 … R-ERR-99. */
public enum ProblemName {
    // what the user did
    ACCOUNT_NOT_VERIFIED("AccountNotVerified", 422),
    PHONE_MISMATCH("PhoneMismatch", 422),
    CODE_WRONG("CodeWrong", 422),
    CODE_EXPIRED("CodeExpired", 422),
    CODE_VOID("CodeVoid", 422),
    SESSION_EXPIRED("SessionExpired", 410),
    SESSION_ENDED("SessionEnded", 409),
    ON_PREMISES_POLICY_VIOLATION("OnPremisesPolicyViolation", 422),
    CLOUD_POLICY_VIOLATION("CloudPolicyViolation", 422),

    // what the calling program did
    GATES_NOT_PASSED("GatesNotPassed", 409),
    GATES_ALREADY_PASSED("GatesAlreadyPassed", 409),
    SUBMIT_IN_FLIGHT("SubmitInFlight", 409),
    METHOD_NOT_OFFERED("MethodNotOffered", 422),
    MALFORMED_REQUEST("MalformedRequest", 400),
    IMPORT_REJECTED("ImportRejected", 422),
    NOT_AUTHENTICATED("NotAuthenticated", 401),
    INVALID_CREDENTIALS("InvalidCredentials", 401),
    NOT_ALLOWED("NotAllowed", 403),
    NOT_FOUND("NotFound", 404),
    METHOD_NOT_ALLOWED("MethodNotAllowed", 405),
    NOT_ACCEPTABLE("NotAcceptable", 406),
    TOO_LARGE("TooLarge", 413),
    UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaType", 415),

    // what we did
    GENERIC_ERROR("GenericError", 500);

    private final String code;
    private final int status;

    ProblemName(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The stable name in the problem's {@code code}. */
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }
}
