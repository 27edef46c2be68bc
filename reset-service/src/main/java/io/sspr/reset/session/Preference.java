package io.sspr.reset.session;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a caller asks for by headers: how long it is willing to wait ({@code Prefer: wait=seconds}, RFC 7240), and what it has seen ({@code If-Match}, RFC 9110). */
public final class Preference {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?(?=$|[,;\\s])");
    private static final Pattern VERSION = Pattern.compile("\"[0-9]{1,9}\"");
    private static final long MAX_SECONDS = 60;
    private static final int NEVER = -1;

    private Preference() {}

    /** Empty without the preference; at most 60 seconds. */
    public static Optional<Duration> wait(HttpHeaders headers) {
        String prefer = headers.getHeaderString("Prefer");
        return prefer == null ? Optional.empty() : parse(prefer);
    }

    static Optional<Duration> parse(String prefer) {
        Matcher wait = WAIT.matcher(prefer);
        return wait.find()
                ? Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(wait.group(1)), MAX_SECONDS)))
                : Optional.empty();
    }

    /**
     * The version in {@code If-Match: "3"}: the caller wants to act only on what it has seen. Empty without the header and with {@code *}, which asks for no
     * version. Any other tag, a weak one among them, is that of a version that never was: the caller wants a condition, and no version meets it.
     */
    public static Optional<Integer> seen(HttpHeaders headers) {
        String etag = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (etag == null || etag.strip().equals("*")) {
            return Optional.empty();
        }
        boolean isOurs = VERSION.matcher(etag.strip()).matches();
        return Optional.of(isOurs ? Integer.parseInt(etag.strip().replace("\"", "")) : NEVER);
    }

    /** The answer, saying that the wait was granted. */
    public static Response applied(Response.ResponseBuilder answer, Duration wait) {
        return answer.header("Preference-Applied", "wait=" + wait.toSeconds()).build();
    }
}
