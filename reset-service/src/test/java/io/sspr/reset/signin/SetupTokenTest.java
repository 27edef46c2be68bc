package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.ForbiddenException;
import io.sspr.reset.directory.Tenants;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SetupTokenTest {
    private static final Pattern PRINTED = Pattern.compile("Bearer ([A-Za-z0-9_-]{43})\\R");

    private final Rows rows = new Rows();
    private final Directory directory = new Directory();

    @Test
    void thePrintedTokenIsGoodForOneTenant() {
        SetupToken setupToken = setupToken(null);
        String token = printedBy(setupToken).orElseThrow();

        assertThat(setupToken.isSetupToken(token)).isTrue();
        setupToken.used(token);

        assertThat(setupToken.isSetupToken(token)).isFalse();
        assertThatThrownBy(() -> setupToken.used(token)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void isPrintedOnceOnly() {
        assertThat(printedBy(setupToken(null))).isPresent();
        assertThat(printedBy(setupToken(null))).isEmpty();
    }

    @Test
    void noneIsMadeOnceThereIsATenant() {
        directory.tenants = 1;

        assertThat(printedBy(setupToken(null))).isEmpty();
    }

    @Test
    void noneIsMadeIfOneIsConfigured() {
        assertThat(printedBy(setupToken("configured"))).isEmpty();
    }

    @Test
    void theConfiguredTokenStaysGood() {
        SetupToken setupToken = setupToken("configured");
        directory.tenants = 3;

        assertThatCode(() -> setupToken.used("configured")).doesNotThrowAnyException();

        assertThat(setupToken.isSetupToken("configured")).isTrue();
        assertThat(setupToken.isSetupToken("configured ")).isFalse();
    }

    @Test
    void anUnusedPrintedTokenIsWorthlessOnceThereIsATenant() {
        SetupToken setupToken = setupToken(null);
        String token = printedBy(setupToken).orElseThrow();

        directory.tenants = 1;

        assertThat(setupToken.isSetupToken(token)).isFalse();
    }

    @Test
    void withoutAnyTokenNothingIsOne() {
        directory.tenants = 1;

        assertThat(setupToken(null).isSetupToken("")).isFalse();
    }

    private SetupToken setupToken(String configured) {
        return new SetupToken(
                Optional.ofNullable(configured),
                rows,
                directory,
                Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC));
    }

    private static Optional<String> printedBy(SetupToken setupToken) {
        PrintStream usual = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            setupToken.offerAtFirstStart(null);
        } finally {
            System.setOut(usual);
        }
        Matcher token = PRINTED.matcher(printed.toString(StandardCharsets.UTF_8));
        return token.find() ? Optional.of(token.group(1)) : Optional.empty();
    }

    private static final class Directory extends Tenants {
        private long tenants;

        @Override
        public long count() {
            return tenants;
        }
    }

    private static final class Rows extends SetupTokens {
        private byte[] hash;
        private boolean used;

        private Rows() {
            super(null);
        }

        @Override
        boolean store(byte[] first, Instant now) {
            boolean isFirst = hash == null;
            hash = isFirst ? first : hash;
            return isFirst;
        }

        @Override
        Optional<byte[]> unused() {
            return used ? Optional.empty() : Optional.ofNullable(hash);
        }

        @Override
        boolean use(Instant now) {
            boolean isFirst = !used;
            used = true;
            return isFirst;
        }
    }
}
