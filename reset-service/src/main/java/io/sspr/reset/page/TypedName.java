package io.sspr.reset.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The user name on its way from one page to the next, so that it need not be typed again; in a cookie, since addresses are kept in histories and logs. */
@ApplicationScoped
public class TypedName {
    private static final int LONGEST = 320;
    private static final String COOKIE = "name";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9_-]{4}){0,400}(?:[A-Za-z0-9_-]{2,3})?");

    private final PageCookies cookies;

    TypedName(PageCookies cookies) {
        this.cookies = cookies;
    }

    /** Nothing else can be anybody's name, so it is not even looked up. */
    public static boolean isPossible(String name) {
        return !name.isBlank() && name.length() <= LONGEST;
    }

    public Optional<String> get() {
        return cookies.get(COOKIE)
                .filter(value -> ENCODED.matcher(value).matches())
                .map(value -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
    }

    public void forget() {
        cookies.drop(COOKIE);
    }

    public void keep(String name) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        cookies.set(COOKIE, encoded, LIFETIME);
    }
}
