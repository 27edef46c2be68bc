package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.reset.it.Surroundings;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The one row of the printed token, on a real database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SetupTokensIT {
    @Inject
    SetupTokens tokens;

    @Inject
    Clock clock;

    @Test
    void ofManyReplicasOneMakesTheTokenAndOfManyImportsOneUsesIt() {
        byte[] hash = "a hash".getBytes(StandardCharsets.US_ASCII);

        assertThat(successes(() -> tokens.store(hash, clock.instant()))).isEqualTo(1);
        assertThat(inTransaction(tokens::unused)).hasValue(hash);
        assertThat(successes(() -> tokens.use(clock.instant()))).isEqualTo(1);
        assertThat(inTransaction(tokens::unused)).isEmpty();
    }

    private static long successes(Supplier<Boolean> action) {
        return IntStream.range(0, 20)
                .parallel()
                .filter(i -> inTransaction(action))
                .count();
    }

    private static <T> T inTransaction(Supplier<T> action) {
        return QuarkusTransaction.requiringNew().call(action::get);
    }
}
