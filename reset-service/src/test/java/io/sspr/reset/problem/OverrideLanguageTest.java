package io.sspr.reset.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverrideLanguageTest {
    private final MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    private final MultivaluedMap<String, String> query = new MultivaluedHashMap<>();

    @Test
    void languageInTheAddressWinsOverTheBrowsers_R_FLW_02() {
        headers.putSingle(HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9");
        query.putSingle("mkt", "ja-JP");

        assertThat(acceptLanguage()).isEqualTo("ja-JP");
    }

    @Test
    void registrationNamesItOtherwise_R_REG_19() {
        query.putSingle("lng", "ja");

        assertThat(acceptLanguage()).isEqualTo("ja");
    }

    @Test
    void withoutAnyTheBrowserDecides_R_FLW_02_R_REG_19() {
        headers.putSingle(HttpHeaders.ACCEPT_LANGUAGE, "ja");

        assertThat(acceptLanguage()).isEqualTo("ja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "j", "ja-JP\r\nX-Evil: 1", "ja,en;q=0.1", "日本語", "ja_JP"})
    void whatIsNoLanguageIsIgnored_R_FLW_02(String mkt) {
        headers.putSingle(HttpHeaders.ACCEPT_LANGUAGE, "en");
        query.putSingle("mkt", mkt);

        assertThat(acceptLanguage()).isEqualTo("en");
    }

    private String acceptLanguage() {
        UriInfo address = answering(UriInfo.class, Map.of("getQueryParameters", query));
        new OverrideLanguage()
                .override(
                        answering(ContainerRequestContext.class, Map.of("getUriInfo", address, "getHeaders", headers)));
        return headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** Something with these answers, and no others. */
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answers.get(method.getName());
                }));
    }
}
