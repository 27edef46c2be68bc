package io.sspr.reset.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.reset.it.CaptchaSolver;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofOfWorkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "a key of these tests, 32 bytes..";
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final FixedClock clock = new FixedClock();
    private final ProofOfWork proofOfWork = new ProofOfWork(key(KEY), 1_000, FIVE_MINUTES, clock);

    @Test
    void aSolvedPuzzlePasses_R_CHK_00() {
        Puzzle puzzle = proofOfWork.pose();

        assertThat(proofOfWork.check(solve(puzzle))).hasValueSatisfying(solved -> {
            assertThat(solved.challenge()).isEqualTo(puzzle.challenge());
            assertThat(solved.expiresAt()).isEqualTo(clock.instant().plus(FIVE_MINUTES));
        });
    }

    @Test
    void everyPuzzleIsAnotherOne_R_CHK_00() {
        List<String> challenges = Stream.generate(proofOfWork::pose)
                .limit(200)
                .map(Puzzle::challenge)
                .distinct()
                .toList();

        assertThat(challenges).hasSize(200);
    }

    @Test
    void theWorkIsSpreadOverTheWholeDifficulty_R_CHK_00() {
        List<Integer> numbers = Stream.generate(proofOfWork::pose)
                .limit(200)
                .map(puzzle -> number(solve(puzzle)))
                .toList();

        assertThat(numbers).allMatch(number -> number >= 1 && number <= 1_000);
        assertThat(numbers).anyMatch(number -> number <= 250).anyMatch(number -> number > 750);
    }

    @Test
    void altchasOwnLibrarySolvesAndAcceptsOurPuzzles() throws Exception {
        Puzzle puzzle = new ProofOfWork(key(KEY), 1_000, FIVE_MINUTES, Clock.systemUTC()).pose();

        Altcha.Payload payload = new Altcha.Payload();
        payload.algorithm = puzzle.algorithm();
        payload.challenge = puzzle.challenge();
        payload.salt = puzzle.salt();
        payload.signature = puzzle.signature();
        payload.number = (long)
                Altcha.solveChallenge(puzzle.challenge(), puzzle.salt(), Altcha.Algorithm.SHA256, puzzle.maxnumber(), 0)
                        .number;

        assertThat(Altcha.verifySolution(payload, KEY, true)).isTrue();
    }

    @Test
    void aPuzzleOfAltchasOwnLibraryPassesToo() throws Exception {
        Altcha.ChallengeOptions options = new Altcha.ChallengeOptions()
                .setHmacKey(KEY)
                .setMaxNumber(1_000L)
                .setExpires(clock.instant().plus(FIVE_MINUTES).getEpochSecond());
        Altcha.Challenge challenge = Altcha.createChallenge(options);

        String payload = CaptchaSolver.solve(JSON.valueToTree(challenge));

        assertThat(proofOfWork.check(payload)).isPresent();
    }

    @Test
    void expiresAfterItsTime_R_CHK_00() {
        String payload = solve(proofOfWork.pose());

        clock.moveOn(FIVE_MINUTES.minusSeconds(1));
        assertThat(proofOfWork.check(payload)).isPresent();

        clock.moveOn(Duration.ofSeconds(1));
        assertThat(proofOfWork.check(payload)).isEmpty();
    }

    @Test
    void aPuzzleOfAnotherKeyDoesNotPass_R_CHK_00() {
        ProofOfWork stranger = new ProofOfWork(key("another key of these tests......"), 1_000, FIVE_MINUTES, clock);

        assertThat(proofOfWork.check(solve(stranger.pose()))).isEmpty();
    }

    static Stream<Consumer<ObjectNode>> forgeries() {
        return Stream.of(
                solution -> solution.put("number", solution.get("number").asLong() + 1),
                solution -> solution.put("number", -solution.get("number").asLong()),
                solution -> solution.put("salt", "x" + solution.get("salt").asText()),
                solution -> solution.put("salt", solution.get("salt").asText().replace("expires=1", "expires=9")),
                solution -> solution.put(
                        "challenge", "00" + solution.get("challenge").asText().substring(2)),
                solution -> solution.put(
                        "signature", "00" + solution.get("signature").asText().substring(2)),
                solution -> solution.put("signature", ""),
                solution -> solution.put("algorithm", "SHA-1"),
                solution -> solution.putNull("algorithm"),
                solution -> solution.remove("number"),
                solution -> solution.putNull("salt"),
                solution -> solution.put("number", "many"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aChangedSolutionDoesNotPass_R_CHK_00(Consumer<ObjectNode> forge) {
        ObjectNode solution = decode(solve(proofOfWork.pose()));
        forge.accept(solution);

        assertThat(proofOfWork.check(encode(solution.toString()))).isEmpty();
    }

    @Test
    void digitsCannotMoveFromTheNumberIntoTheTime_R_CHK_00() {
        ObjectNode solution = decode(solve(proofOfWork.pose()));
        String number = solution.get("number").asText();
        solution.put("salt", solution.get("salt").asText() + number.charAt(0));
        solution.put("number", number.length() == 1 ? 0 : Long.parseLong(number.substring(1)));

        assertThat(proofOfWork.check(encode(solution.toString()))).isEmpty();
    }

    @Test
    void whatElseTheWidgetTellsDoesNoHarm() {
        ObjectNode solution = decode(solve(proofOfWork.pose()));
        solution.put("took", 1234);

        assertThat(proofOfWork.check(encode(solution.toString()))).isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "AbCdEf", "%", "bnVsbA==", "W10=", "e30=", "MQ==", "e30=e30=", "\u0000"})
    void anythingElseDoesNotPass_R_CHK_00_R_FLW_04(String payload) {
        assertThat(proofOfWork.check(payload)).isEmpty();
    }

    @Test
    void aLongPayloadIsNotEvenRead_R_CHK_00() {
        ObjectNode solution = decode(solve(proofOfWork.pose()));
        solution.put("padding", "x".repeat(2_000));

        assertThat(proofOfWork.check(encode(solution.toString()))).isEmpty();
    }

    @Test
    void aWrongSolutionCostsLessThanAMillisecond_R_CHK_00() {
        ObjectNode solution = decode(solve(proofOfWork.pose()));
        solution.put("number", 0);
        String wrong = encode(solution.toString());

        long start = System.nanoTime();
        for (int i = 0; i < 5_000; i++) {
            proofOfWork.check(wrong);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void cannotBeSwitchedOffByItsDifficulty_R_CHK_00(int difficulty) {
        assertThatThrownBy(() -> new ProofOfWork(key(KEY), difficulty, FIVE_MINUTES, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SSPR_CAPTCHA_DIFFICULTY");
    }

    @Test
    void theLeastDifficultyIsOne_R_CHK_00() {
        ProofOfWork easy = new ProofOfWork(key(KEY), 1, FIVE_MINUTES, clock);

        assertThat(easy.check(solve(easy.pose()))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.9S", "PT-5M"})
    void hasToLastASecondAtLeast(Duration lifetime) {
        assertThatThrownBy(() -> new ProofOfWork(key(KEY), 1, lifetime, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SSPR_CAPTCHA_LIFETIME");
    }

    private static String solve(Puzzle puzzle) {
        return CaptchaSolver.solve(JSON.valueToTree(puzzle));
    }

    private static int number(String payload) {
        return decode(payload).get("number").asInt();
    }

    private static ObjectNode decode(String payload) {
        try {
            String json = new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static SecretKeySpec key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }
}
