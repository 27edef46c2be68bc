package io.sspr.reset.session;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a caller is willing to wait for a result: the header {@code Prefer: wait=seconds} of RFC 7240. */
public final class Preference {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?(?=$|[,;\\s])");
    private static final long MAX_SECONDS = 60;

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

    /** The answer, saying that the wait was granted. */
    public static Response applied(Response.ResponseBuilder answer, Duration wait) {
        return answer.header("Preference-Applied", "wait=" + wait.toSeconds()).build();
    }
}
