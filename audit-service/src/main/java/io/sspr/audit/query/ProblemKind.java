package io.sspr.audit.query;

/** Every problem that this API answers with, with its HTTP status. Its texts are in the files {@code problems_<language>.properties}. */
enum ProblemKind {
    UNKNOWN_OPTION(400, "UnknownQueryOption"),
    BAD_OPTION_VALUE(400, "BadQueryOptionValue"),
    BAD_FILTER(400, "BadFilter"),
    BAD_REQUEST(400, "BadRequest"),
    NOT_SIGNED_IN(401, "NotSignedIn"),
    NOT_ALLOWED(403, "NotAllowed"),
    NOT_FOUND(404, "NotFound"),
    METHOD_NOT_ALLOWED(405, "MethodNotAllowed"),
    NOT_ACCEPTABLE(406, "NotAcceptable"),
    GENERIC_ERROR(500, "GenericError");

    private final int status;
    private final String code;

    ProblemKind(int status, String code) {
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    /** The name by which programs know the problem. */
    String code() {
        return code;
    }

    /** The kind for a status that the HTTP layer came to by itself. */
    static ProblemKind ofStatus(int status) {
        return switch (status) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            default -> status < 500 ? BAD_REQUEST : GENERIC_ERROR;
        };
    }
}
