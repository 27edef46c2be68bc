package io.sspr.audit.query;

/**
 * What went wrong, for a program by {@code code} and for a person by the texts. Source: RFC 9457.
 *
 * @param type a URI that names the kind of problem
 * @param remedy what the caller can do about it
 */
record Problem(String type, String title, int status, String detail, String code, String remedy) {
    static final String MEDIA_TYPE = "application/problem+json";
}
