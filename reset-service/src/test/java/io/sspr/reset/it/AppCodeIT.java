package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.authenticator.AddAuthenticator;
import io.sspr.reset.authenticator.AppSecret;
import io.sspr.reset.authenticator.Authenticator.Kind;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gate that opens to the code of an authenticator app, on a real database; the test is the app. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AppCodeIT extends ResetWalk {
    /** The secret of RFC 6238's examples. */
    private static final byte[] SECRET = HexFormat.of().parseHex("3132333435363738393031323334353637383930");

    private static final String SECRET_BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final int STEP = 30;

    @Inject
    AddAuthenticator addAuthenticator;

    @BeforeEach
    void addApp() {
        setPolicy("{\"methodsEnabled\": [\"APP_CODE\", \"EMAIL\"]}");
        addAuthenticator.add(
                accountId("cloud"),
                Kind.OTHER,
                "My phone",
                null,
                AppSecret.parse(Secret.of(SECRET_BASE32)).orElseThrow());
        // A step begins, and lasts longer than any of these tests needs.
        clock.moveOn(Duration.ofSeconds(STEP - clock.instant().getEpochSecond() % STEP));
    }

    @Test
    void theCodeOfTheAppOpensTheGateAndNothingIsSent_R_APP_02() {
        Response begun = begin("cloud");
        Response challenge = choose(begun, Map.of("method", "APP_CODE"));

        assertThat(challenge.statusCode()).isEqualTo(202);
        assertThat(challenge.<String>path("channel")).isNull();
        assertThat(challenge.<String>path("delivery")).isNull();
        assertThat(typeCode(begun, challenge.path("id"), codeNow()).<String>path("state"))
                .isEqualTo("PASSWORD_OPEN");
        submit(begun).then().statusCode(200);
    }

    @Test
    void noCodeOpensTwoGates_R_APP_02() {
        Response first = begin("cloud");
        String code = codeNow();
        type(first, code).then().statusCode(200);
        Response second = begin("cloud");

        Response again = type(second, code);

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(problem(again)).isEqualTo("AppCodeWrong");
        clock.moveOn(Duration.ofSeconds(STEP));
        assertThat(type(second, codeNow()).<String>path("state")).isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void ofManyTriesInTwoSessionsOnePasses_R_APP_02() {
        List<Response> sessions = List.of(begin("cloud"), begin("cloud"));
        List<String> challenges = sessions.stream()
                .map(begun -> choose(begun, Map.of("method", "APP_CODE")).<String>path("id"))
                .toList();
        String code = codeNow();

        long passed = IntStream.range(0, 8)
                .parallel()
                .filter(i -> typeCode(sessions.get(i % 2), challenges.get(i % 2), code)
                                .statusCode()
                        == 200)
                .count();

        assertThat(passed).isEqualTo(1);
    }

    @Test
    void aClockThatIsOneStepOffIsTolerated_R_APP_02() {
        Response begun = begin("cloud");
        String former = code(clock.instant().getEpochSecond() / STEP - 1);
        String latter = code(clock.instant().getEpochSecond() / STEP + 1);
        String tooOld = code(clock.instant().getEpochSecond() / STEP - 2);

        assertThat(problem(type(begun, tooOld))).isEqualTo("AppCodeWrong");
        assertThat(type(begun, former).statusCode()).isEqualTo(200);
        assertThat(type(begin("cloud"), latter).statusCode()).isEqualTo(200);
    }

    @Test
    void wrongCodesBlock_R_THR_05_R_THR_10() {
        Response begun = begin("cloud");
        String challenge = choose(begun, Map.of("method", "APP_CODE")).path("id");
        for (int i = 0; i < 4; i++) {
            assertThat(problem(typeCode(begun, challenge, "no code"))).isEqualTo("AppCodeWrong");
        }

        assertThat(problem(typeCode(begun, challenge, "no code"))).isEqualTo("Throttled");
        assertThat(problem(typeCode(begun, challenge, codeNow()))).isEqualTo("Throttled");
        assertThat(state(begun)).isEqualTo("BLOCKED");
    }

    @Test
    void anotherUsersAppOpensNothing_R_APP_02() {
        importAccounts("""
                {"userPrincipalName": "second@%s", "kind": "CLOUD_ONLY", "licences": ["ENTRA_P1"],
                 "alternateEmail": "s@home.example"}""");
        addAuthenticator.add(accountId("second"), Kind.OTHER, "Theirs", null, AppSecret.random());
        Response second = begin("second");

        assertThat(problem(type(second, codeNow()))).isEqualTo("AppCodeWrong");
    }

    private static Response type(Response begun, String code) {
        String challenge = choose(begun, Map.of("method", "APP_CODE")).path("id");
        return typeCode(begun, challenge, code);
    }

    private String codeNow() {
        return code(clock.instant().getEpochSecond() / STEP);
    }

    /** RFC 6238 with its defaults. */
    private static String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0x0f) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
