package io.sspr.reset.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppSecretTest {
    private static final AppSecret SECRET = AppSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void has160Bits_R_APP_02() {
        assertThat(AppSecret.random().bytes()).hasSize(20);
        assertThat(AppSecret.random().base32().reveal()).matches("[A-Z2-7]{32}");
    }

    @Test
    void isAnotherOneEveryTime_R_APP_02() {
        List<String> secrets = Stream.generate(AppSecret::random)
                .limit(500)
                .map(secret -> secret.base32().reveal())
                .toList();

        assertThat(secrets).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE32, "gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"})
    void isReadAsAppsShowIt_R_APP_02(String text) {
        assertThat(AppSecret.parse(Secret.of(text)).orElseThrow().bytes()).isEqualTo(SECRET.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GEZDGNBVGY3TQOJQGEZDGNBV", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1"})
    void isNotReadIfItIsTooShortOrNoBase32_R_APP_02(String text) {
        assertThat(AppSecret.parse(Secret.of(text))).isEmpty();
    }

    @Test
    void isNotReadIfItIsTooLong_R_APP_02() {
        assertThat(AppSecret.parse(Secret.of("A".repeat(103)))).isPresent(); // 64 bytes
        assertThat(AppSecret.parse(Secret.of("A".repeat(104)))).isEmpty();
    }

    @Test
    void setsUpAnAppByUri_R_APP_02() {
        assertThat(SECRET.setupUri("Contoso", "hana@contoso.com").reveal())
                .isEqualTo("otpauth://totp/Contoso:hana%40contoso.com?secret=" + BASE32
                        + "&issuer=Contoso&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void writesNamesOfAnyScriptIntoTheUri_R_APP_02() {
        assertThat(SECRET.setupUri("黒川 商事", "o'hara@contoso.com").reveal())
                .startsWith("otpauth://totp/%E9%BB%92%E5%B7%9D%20%E5%95%86%E4%BA%8B:o%27hara%40contoso.com?")
                .contains("&issuer=%E9%BB%92%E5%B7%9D%20%E5%95%86%E4%BA%8B&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A&secret=AAAA", "A?x#y", "A/../B", "A%26secret", "A\r\nB", "A:B", "A\"<svg>", "A+B"})
    void lettersOfANameBecomeNoPartOfTheUri_R_APP_02(String name) {
        assertStructure(SECRET.setupUri(name, name).reveal(), name.replaceAll("[:\r\n]", ""));
    }

    @Property
    void nothingInANameBecomesAPartOfTheUri_R_APP_02(@ForAll String name) {
        assertStructure(SECRET.setupUri(name, name).reveal(), null);
    }

    @Test
    void doesNotPrintItself_R_APP_02() {
        assertThat(SECRET).hasToString("AppSecret[hidden]");
        assertThat(SECRET.base32()).asString().doesNotContain("GEZD");
        assertThat(SECRET.setupUri("Contoso", "hana@contoso.com")).asString().doesNotContain("GEZD");
    }

    private static void assertStructure(String uri, String shown) {
        URI parsed = URI.create(uri);
        String[] label = parsed.getRawPath().substring(1).split(":", -1);
        String[] parameters = parsed.getRawQuery().split("&", -1);

        assertThat(parsed.getScheme()).isEqualTo("otpauth");
        assertThat(parsed.getHost()).isEqualTo("totp");
        assertThat(parsed.getRawFragment()).isNull();
        assertThat(label).hasSize(2);
        assertThat(label[0]).isEqualTo(label[1]).matches("[A-Za-z0-9%*._-]*");
        assertThat(parameters)
                .containsExactly("secret=" + BASE32, "issuer=" + label[0], "algorithm=SHA1", "digits=6", "period=30");
        if (shown != null) {
            assertThat(URLDecoder.decode(label[0], StandardCharsets.UTF_8)).isEqualTo(shown);
        }
    }
}
