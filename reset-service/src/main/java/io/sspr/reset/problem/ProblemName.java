package io.sspr.reset.problem;

import io.sspr.contract.reset.PasswordRefused;

/** Everything that can be wrong with a request and has no SSPR number: name, HTTP status and, in the text files, what to say. Source: R-ERR-88 … R-ERR-99. */
public enum ProblemName {
    // what the user did
    ACCOUNT_NOT_VERIFIED("AccountNotVerified", 422),
    CAPTCHA_FAILED("CaptchaFailed", 422),
    PHONE_MISMATCH("PhoneMismatch", 422),
    CODE_WRONG("CodeWrong", 422),
    APP_CODE_WRONG("AppCodeWrong", 422),
    CODE_EXPIRED("CodeExpired", 422),
    CODE_VOID("CodeVoid", 422),
    THROTTLED("Throttled", 429),
    ANSWERS_WRONG("AnswersWrong", 422),
    REPLY_ON_PHONE("ReplyOnPhone", 409),
    SESSION_EXPIRED("SessionExpired", 410),
    SESSION_ENDED("SessionEnded", 409),
    ON_PREMISES_POLICY_VIOLATION("OnPremisesPolicyViolation", 422),
    PASSWORDS_DIFFER("PasswordsDiffer", 422),
    BANNED_PASSWORD("FuzzyPolicyViolationInvalidPassword", 422),
    CLOUD_POLICY_VIOLATION("CloudPolicyViolation", 422),
    SIGN_IN_LOCKED("SignInLocked", 429),
    PASSWORD_EXPIRED("PasswordExpired", 403),
    CURRENT_PASSWORD_WRONG("CurrentPasswordWrong", 422),
    ACCOUNT_LOCKED_ON_PREMISES("AccountLockedOnPremises", 409),
    REGISTRATION_NOT_ALLOWED("RegistrationNotAllowed", 403),
    PROOF_REQUIRED("ProofRequired", 403),
    PHONE_NUMBER_INVALID("PhoneNumberInvalid", 422),
    MAIL_ADDRESS_INVALID("MailAddressInvalid", 422),
    ANSWERS_REJECTED("AnswersRejected", 422),
    METHOD_NOT_REGISTRABLE("MethodNotRegistrable", 422),
    OFFICE_PHONE_SYNCED("OfficePhoneSynced", 409),
    TOO_MANY_AUTHENTICATORS("TooManyAuthenticators", 409),
    OWN_PASSWORD("OwnPassword", 422),
    GUESTS_PASSWORD("GuestsPassword", 422),
    NEW_PASSWORD_REQUIRED("NewPasswordRequired", 422),
    USER_NAME_MISSING("UserNameMissing", 422),
    HELP_ASKED_TOO_OFTEN("HelpAskedTooOften", 429),
    COOKIES_DISABLED("CookiesDisabled", 403),
    FORM_OUTDATED("FormOutdated", 403),
    FORM_UNREADABLE("FormUnreadable", 400),
    NOTHING_TO_SHOW("NothingToShow", 405),

    // what the calling program did
    GATES_NOT_PASSED("GatesNotPassed", 409),
    GATES_ALREADY_PASSED("GatesAlreadyPassed", 409),
    SUBMIT_IN_FLIGHT("SubmitInFlight", 409),
    METHOD_NOT_OFFERED("MethodNotOffered", 422),
    UNLOCK_NOT_OFFERED("UnlockNotOffered", 422),
    VERSION_OUTDATED("VersionOutdated", 412),
    POLICY_REJECTED("PolicyRejected", 422),
    MALFORMED_REQUEST("MalformedRequest", 400),
    IMPORT_REJECTED("ImportRejected", 422),
    NOT_AUTHENTICATED("NotAuthenticated", 401),
    INVALID_CREDENTIALS("InvalidCredentials", 401),
    NOT_ALLOWED("NotAllowed", 403),
    ADMINISTRATOR_NOT_LICENSED("AdministratorNotLicensed", 403),
    NOT_FOUND("NotFound", 404),
    METHOD_NOT_ALLOWED("MethodNotAllowed", 405),
    NOT_ACCEPTABLE("NotAcceptable", 406),
    TOO_LARGE("TooLarge", 413),
    UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaType", 415),
    REQUEST_IN_PROGRESS("RequestInProgress", 409),
    IDEMPOTENCY_KEY_REUSED("IdempotencyKeyReused", 422),
    TOO_MANY_REQUESTS("TooManyRequests", 429),
    ONBOARDING_NOT_ALLOWED("OnboardingNotAllowed", 403),
    ONBOARDING_REFUSED("OnboardingRefused", 401),
    AGENT_NOT_RECOGNISED("AgentNotRecognised", 401),
    AGENT_REJECTED("AgentRejected", 422),

    // what we did
    SIGN_IN_UNAVAILABLE("SignInUnavailable", 503),
    GENERIC_ERROR("GenericError", 500);

    private final String code;
    private final int status;

    ProblemName(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** What a user is told whose password a policy refused. */
    public static ProblemName of(PasswordRefused.Policy policy) {
        return switch (policy) {
            case CLOUD -> CLOUD_POLICY_VIOLATION;
            case BANNED -> BANNED_PASSWORD;
            case ON_PREMISES -> ON_PREMISES_POLICY_VIOLATION;
        };
    }

    /** The stable name in the problem's {@code code}. */
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }
}
