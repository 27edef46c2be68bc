package io.sspr.sandbox.world;

/** One answer over HTTP. */
final class Answer {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'";

    private final int status;
    private final String type;
    private final byte[] body;

    private Answer(int status, String type, byte[] body) {
        this.status = status;
        this.type = type;
        this.body = body;
    }

    static Answer of(int status) {
        return new Answer(status, "text/plain; charset=utf-8", new byte[0]);
    }

    static Answer json(byte[] body) {
        return new Answer(200, "application/json", body);
    }

    static Answer page(byte[] body) {
        return new Answer(200, "text/html; charset=utf-8", body);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }
}
