package io.sspr.reset.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/**
 * Tells our own forms from those of other sites: a random token in a cookie that no script and no other site can read, and again in a field of the form
 * (double submit). Source: OWASP Cross-Site Request Forgery Prevention.
 */
@ApplicationScoped
public class FormTokens {
    static final String FIELD = "csrf";
    private static final String COOKIE = "form";
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final PageCookies cookies;

    FormTokens(PageCookies cookies) {
        this.cookies = cookies;
    }

    /** The token for the forms of a page. However long somebody goes on, it is good for this long after the last page. */
    String current(RoutingContext request) {
        String known = request.get(COOKIE);
        if (known != null) {
            return known;
        }
        String token = cookies.get(request, COOKIE).filter(FormTokens::isOurs).orElseGet(FormTokens::random);
        cookies.set(COOKIE, token, LIFETIME);
        request.put(COOKIE, token);
        return token;
    }

    /** From the next page on, forms of earlier pages count no more. */
    public void renew() {
        cookies.set(COOKIE, random(), LIFETIME);
    }

    /** Whether the browser sends cookies back at all. Source: R-ERR-88. */
    boolean isThere(RoutingContext request) {
        return cookies.get(request, COOKIE).isPresent();
    }

    /** Compares in constant time. */
    boolean matches(RoutingContext request, String field) {
        return field != null
                && cookies.get(request, COOKIE)
                        .filter(token -> MessageDigest.isEqual(bytes(token), bytes(field)))
                        .isPresent();
    }

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean isOurs(String token) {
        return token.matches("[A-Za-z0-9_-]{43}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
