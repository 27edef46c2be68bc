package io.sspr.reset.contact;

import io.sspr.reset.page.PageCookies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser was told last when it asked for help, so that the page that says so can be loaded again. */
@ApplicationScoped
class BrowserCall {
    private static final String COOKIE = "contact";
    private static final Pattern VALUE =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([a-z0-9-]{0,63})");
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final PageCookies cookies;

    BrowserCall(PageCookies cookies) {
        this.cookies = cookies;
    }

    /** @param tenant empty if the name was under no known domain */
    record Call(UUID supportCode, Optional<String> tenant) {}

    void remember(Answer answer) {
        cookies.set(COOKIE, answer.supportCode() + "." + answer.tenant().orElse(""), LIFETIME);
    }

    Optional<Call> last() {
        return cookies.get(COOKIE).map(VALUE::matcher).filter(Matcher::matches).map(BrowserCall::read);
    }

    private static Call read(Matcher value) {
        return new Call(
                UUID.fromString(value.group(1)), Optional.of(value.group(2)).filter(tenant -> !tenant.isEmpty()));
    }
}
