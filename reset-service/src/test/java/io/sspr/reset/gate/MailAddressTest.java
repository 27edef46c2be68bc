package io.sspr.reset.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    private static final String INTERNATIONAL_DOMAIN = "黒川.日本";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@contoso.example",
                "first.last+tag@mail.contoso.co.jp",
                "o'neil_1@contoso.example",
                "a@localhost",
                "甲斐@黒川.日本",
                "alice@bücher.example",
                "ALICE@CONTOSO.EXAMPLE"
            })
    void acceptsAddressesInternationalOnesIncluded_R_EML_01(String stored) {
        assertThat(MailAddress.parse(stored)).map(MailAddress::stored).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "@contoso.example",
                "alice@",
                "alice@@contoso.example",
                "alice@fabrikam@contoso.example",
                "al ice@contoso.example",
                "alice@contoso example",
                " alice@contoso.example",
                "alice@contoso.example ",
                "al\tice@contoso.example",
                "al\u0000ice@contoso.example",
                "al\u007fice@contoso.example",
                "al\u0085ice@contoso.example",
                "al\u00a0ice@contoso.example",
                "al\u3000ice@contoso.example",
                "alice@contoso.example\r\nBcc: eve@evil.example",
                "alice@contoso.example\n",
                "Alice <alice@contoso.example>",
                "alice@contoso.example,eve",
                "alice@.example",
                "alice@contoso..example",
                "alice@contoso.example.",
                "alice@-contoso.example",
                "alice@contoso_.example",
                "alice@conto$o.example"
            })
    void isNoAddressInAnyOtherForm_R_EML_01(String stored) {
        assertThat(MailAddress.parse(stored)).isEmpty();
    }

    @Test
    void hasAtMost254Octets_R_EML_01() {
        String domain = "b".repeat(63) + "." + "b".repeat(63) + "." + "b".repeat(61);

        assertThat(MailAddress.parse("a".repeat(64) + "@" + domain)).isPresent();
        assertThat(MailAddress.parse("a".repeat(65) + "@" + domain)).isEmpty();
    }

    @Test
    void countsTheAsciiFormOfItsDomain_R_EML_01() {
        int room = 254 - "@".length() - IDN.toASCII(INTERNATIONAL_DOMAIN).length();

        assertThat(MailAddress.parse("a".repeat(room) + "@" + INTERNATIONAL_DOMAIN))
                .isPresent();
        assertThat(MailAddress.parse("a".repeat(room + 1) + "@" + INTERNATIONAL_DOMAIN))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "alice@contoso.example, al****@contoso.example",
        "al@contoso.example, al****@contoso.example",
        "a@contoso.example, a****@contoso.example",
        "甲斐田@黒川.日本, 甲斐****@黒川.日本",
        "𠮷野家@contoso.example, 𠮷野****@contoso.example"
    })
    void showsTwoCharactersAndTheDomain_R_EML_03(String stored, String mask) {
        assertThat(MailAddress.parse(stored)).map(MailAddress::mask).contains(mask);
    }

    @Test
    void printsItsMask_R_EML_03() {
        assertThat(MailAddress.parse("alice@contoso.example").orElseThrow()).hasToString("al****@contoso.example");
    }
}
