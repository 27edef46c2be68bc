package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.captcha.CheckCaptcha;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Captcha and address limit on a real database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CaptchaIT {
    @Inject
    CheckCaptcha checkCaptcha;

    @Inject
    ResetConfig config;

    @Inject
    MovedClock clock;

    @Inject
    UserTransaction transaction;

    @Test
    void aChallengeIsNotCached_R_CHK_00() {
        Response challenge = given().get("/api/v1/captcha");

        assertThat(challenge.statusCode()).isEqualTo(200);
        assertThat(challenge.header("Cache-Control")).isEqualTo("no-store");
        assertThat(challenge.<Integer>path("maxnumber"))
                .isEqualTo(config.captcha().difficulty());
    }

    @Test
    void passesOnce_R_CHK_00() {
        String payload = CaptchaSolver.take();

        assertThat(checkCaptcha.passes(payload)).isTrue();
        assertThat(checkCaptcha.passes(payload)).isFalse();
    }

    @Test
    void ofFiftyTriesWithOneSolutionExactlyOnePasses_R_CHK_00() {
        String payload = CaptchaSolver.take();

        long passed = IntStream.range(0, 50)
                .parallel()
                .filter(i -> checkCaptcha.passes(payload))
                .count();

        assertThat(passed).isEqualTo(1);
    }

    @Test
    void isUsedUpEvenIfWhatItWasForIsRolledBack_R_CHK_00() throws NotSupportedException, SystemException {
        String payload = CaptchaSolver.take();
        transaction.begin();
        assertThat(checkCaptcha.passes(payload)).isTrue();
        transaction.rollback();

        assertThat(checkCaptcha.passes(payload)).isFalse();
    }

    @Test
    void expires_R_CHK_00() {
        String payload = CaptchaSolver.take();
        clock.moveOn(config.captcha().lifetime());

        assertThat(checkCaptcha.passes(payload)).isFalse();
    }

    @Test
    void oneAddressIsStoppedForTheRestOfTheMinute_R_THR_13() {
        clock.moveOn(Duration.ofDays(30)); // past whatever other tests asked for from the future
        for (int i = 0; i < config.identify().perMinute(); i++) {
            assertThat(limited(i).statusCode()).isEqualTo(200);
        }

        Response refused = limited(-1);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("code")).isEqualTo("TooManyRequests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        clock.moveOn(Duration.ofMinutes(1));
        assertThat(limited(0).statusCode()).isEqualTo(200);
    }

    /** Every request claims to come from elsewhere. */
    private static Response limited(int i) {
        return given().header("X-Forwarded-For", "203.0.113." + (i + 2))
                .header("Forwarded", "for=203.0.113." + (i + 2))
                .get("/test/repeated/limited");
    }
}
