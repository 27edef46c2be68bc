package io.sspr.reset.session;

import io.sspr.reset.page.PageCookies;
import io.sspr.reset.session.BeginReset.Begun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reset that a browser has in hand. Its cookie holds the session's id and token, so that neither is in an address. Source: R-FLW-03. */
@ApplicationScoped
public class BrowserReset {
    private static final String COOKIE = "reset";
    private static final Pattern VALUE =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([A-Za-z0-9_-]{43})");

    /** Longer than any session, so that one that ran out of time can be told from none. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final PageCookies cookies;
    private final ResetSessions sessions;

    BrowserReset(PageCookies cookies, ResetSessions sessions) {
        this.cookies = cookies;
        this.sessions = sessions;
    }

    /** The session that this browser began, whether it is open, has ended or is out of time; empty if there is none, or another's. For reading only. */
    @Transactional
    public Optional<ResetSession> session() {
        return cookies.get(COOKIE).map(VALUE::matcher).filter(Matcher::matches).flatMap(this::session);
    }

    void remember(Begun begun) {
        cookies.set(COOKIE, begun.session().id() + "." + begun.token().reveal(), LIFETIME);
    }

    /** What comes now has nothing to do with a former reset. */
    void forget() {
        cookies.drop(COOKIE);
    }

    private Optional<ResetSession> session(Matcher value) {
        SessionToken token = SessionToken.of(value.group(2));
        return sessions.findByIdOptional(UUID.fromString(value.group(1))).filter(token::opens);
    }
}
