package io.sspr.reset.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sspr.reset.ResetConfig;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageCookiesTest {
    private final Map<String, Cookie> sent = new HashMap<>();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "https://password.contoso.com")
    void takeAnEncryptedConnectionAndThisVeryHost(String origin) {
        PageCookies cookies = cookies(origin);

        cookies.set("signin", "a-token", Duration.ofMinutes(10));

        Cookie cookie = sent.get("__Host-sspr-signin");
        assertThat(cookies.areSecure()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookies.get("signin")).contains("a-token");
    }

    @Test
    void goByPlainHttpOnlyIfTheOperatorSaysThatPagesDo() {
        PageCookies cookies = cookies("http://localhost:8080");

        cookies.set("signin", "a-token", Duration.ofMinutes(10));

        assertThat(cookies.areSecure()).isFalse();
        assertThat(sent.get("sspr-signin").isSecure()).isFalse();
        assertThat(cookies.get("signin")).contains("a-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://password.contoso.com", "http://localhost:8080"})
    void areOutOfReachOfScriptsAndOtherSitesAndEnd(String origin) {
        cookies(origin).set("signin", "a-token", Duration.ofMinutes(10));

        assertThat(sent.values()).singleElement().satisfies(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo(CookieSameSite.LAX);
            assertThat(cookie.getMaxAge()).isEqualTo(600);
        });
    }

    @Test
    void oneThatIsDroppedIsNotThere() {
        PageCookies cookies = cookies(null);
        cookies.set("signin", "a-token", Duration.ofMinutes(10));

        cookies.drop("signin");

        assertThat(sent.get("__Host-sspr-signin").getMaxAge()).isZero();
        assertThat(cookies.get("signin")).isEmpty();
        assertThat(cookies.get("another")).isEmpty();
    }

    /** With a browser that sends back what it was sent last. */
    private PageCookies cookies(String origin) {
        HttpServerRequest request =
                answering(HttpServerRequest.class, Map.of("getCookie", given -> sent.get(given[0])));
        HttpServerResponse response = answering(HttpServerResponse.class, Map.of("addCookie", given -> {
            Cookie cookie = (Cookie) given[0];
            sent.put(cookie.getName(), cookie);
            return null;
        }));
        CurrentVertxRequest current = new CurrentVertxRequest();
        current.setCurrent(
                answering(RoutingContext.class, Map.of("request", given -> request, "response", given -> response)));
        return new PageCookies(
                current,
                answering(
                        ResetConfig.class,
                        Map.of(
                                "publicOrigin",
                                given -> Optional.ofNullable(origin).map(URI::create))));
    }

    /** Something with these answers, and no others. */
    private static <T> T answering(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answers.get(method.getName()).apply(given);
                }));
    }
}
