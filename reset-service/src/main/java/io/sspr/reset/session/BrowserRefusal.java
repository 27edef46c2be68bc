package io.sspr.reset.session;

import io.sspr.contract.SsprCode;
import io.sspr.reset.page.PageCookies;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.problem.Problems.Moment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why a browser could not begin a reset, so that the page that says so can be loaded again, in another language too. Its cookie holds what is on that page
 * and nothing else. Source: R-FLW-02, R-ERR-43.
 */
@ApplicationScoped
class BrowserRefusal {
    private static final String COOKIE = "refusal";
    private static final Pattern VALUE =
            Pattern.compile("(\\w{1,20})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([a-z0-9-]{0,63})");
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final PageCookies cookies;

    BrowserRefusal(PageCookies cookies) {
        this.cookies = cookies;
    }

    /**
     * @param code one of the eight; any other text for a block
     * @param tenant whose name was typed; empty if it is under no known domain
     */
    record Refusal(String code, UUID supportCode, Optional<String> tenant) {
        Problem problem(Language language) {
            return Stream.of(SsprCode.values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .map(one -> Problems.refused(one, Moment.BEFORE_GATES, supportCode, language))
                    .orElseGet(() -> Problems.of(ProblemName.THROTTLED, supportCode, language));
        }
    }

    void remember(Refusal refusal) {
        cookies.set(
                COOKIE,
                refusal.code() + "." + refusal.supportCode() + "."
                        + refusal.tenant().orElse(""),
                LIFETIME);
    }

    Optional<Refusal> last() {
        return cookies.get(COOKIE).map(VALUE::matcher).filter(Matcher::matches).map(BrowserRefusal::read);
    }

    private static Refusal read(Matcher value) {
        Optional<String> tenant = Optional.of(value.group(3)).filter(id -> !id.isEmpty());
        return new Refusal(value.group(1), UUID.fromString(value.group(2)), tenant);
    }
}
