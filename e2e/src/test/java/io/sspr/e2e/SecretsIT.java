package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.launch.RunningSystem;
import io.sspr.sandbox.tour.Journeys;
import io.sspr.sandbox.tour.ResetClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.keys.PbkdfKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/**
 * Searches the bytes of everything that the system wrote: the broker's segments, the databases' files with their write-ahead logs, and all logs.
 * Source: the canary test of the design, A29.
 */
class SecretsIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern CODE_IN_TEXT = Pattern.compile("(?<![0-9A-Za-z.-])[0-9]{6}(?![0-9A-Za-z-])");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern BASE_32 = Pattern.compile("[A-Z2-7]{32}");

    @Test
    void noPasswordAndNoCodeIsReadableAnywhere_R_FLW_41() throws IOException {
        SYSTEM.stops().forEach(SYSTEM::walk);
        Map<String, String> secrets = new HashMap<>(SYSTEM.tour().secretsUsed());
        secrets.putAll(secretsOfRepeatedAnswers());
        Map<String, Set<String>> forms = forms(secrets);
        List<Path> files = filesWritten();

        List<String> hits = new ArrayList<>();
        for (Path file : files) {
            String bytes = read(file);
            if (codesIn(bytes).anyMatch(secrets::containsKey)) {
                hits.add("a one-time code in " + file);
            }
            forms.forEach((what, texts) -> {
                if (texts.stream().anyMatch(bytes::contains)) {
                    hits.add(what + " in " + file);
                }
            });
        }

        assertThat(secrets)
                .hasSizeGreaterThan(50)
                .containsValues(
                        "a one-time code",
                        "a new password",
                        "an answer",
                        "the secret of an app",
                        "an onboarding token");
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(hits).isEmpty();
    }

    /** What to search for, by what it is. Codes are too short for this: they are searched for as a whole. */
    private static Map<String, Set<String>> forms(Map<String, String> secrets) {
        Map<String, Set<String>> forms = new HashMap<>();
        secrets.forEach((secret, what) -> {
            if (!CODE.matcher(secret).matches()) {
                forms.computeIfAbsent(what, unknown -> new HashSet<>()).addAll(formsOf(beginning(secret)));
            }
        });
        return forms;
    }

    /** All that the tour makes up begins alike, so that one search finds any of it. */
    private static String beginning(String secret) {
        int length = Journeys.PASSWORD_PREFIX.length();
        return secret.regionMatches(true, 0, Journeys.PASSWORD_PREFIX, 0, length)
                ? secret.substring(0, length)
                : secret;
    }

    /** What is told once only, and is kept all the same so that it can be told again to whoever repeats the request. */
    private static Map<String, String> secretsOfRepeatedAnswers() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        String captcha = SYSTEM.client(cleo).solveCaptcha();
        String token = repeated(
                        "/api/v1/resets",
                        "{\"userId\": \"" + cleo.upn() + "\", \"captcha\": \"" + captcha + "\"}",
                        Map.of())
                .path("sessionToken")
                .asText();
        String key = repeated(
                        "/api/v1/registration/authenticators",
                        "{\"kind\": \"OTHER\", \"name\": \"Phone\"}",
                        SYSTEM.signedIn(cleo))
                .path("setUp")
                .path("key")
                .asText();
        String accessToken = SYSTEM.signedIn(cleo).get("Authorization").substring("Bearer ".length());
        Map<String, String> administrator = SYSTEM.administratorOf(DemoTenant.CONTOSO);
        String onboardingToken = repeated("/api/v1/admin/agents/onboarding-tokens", "{}", administrator)
                .path("token")
                .asText();
        assertThat(onboardingToken).isNotEmpty();
        return Map.of(
                token,
                "the token of a reset",
                key,
                "the secret of an app",
                accessToken,
                "an access token",
                onboardingToken,
                "an onboarding token",
                RunningSystem.AGENT_STATE_PASSWORD,
                "the password of the agent's state");
    }

    private static JsonNode repeated(String path, String body, Map<String, String> headers) {
        RawHttp http = new RawHttp(SYSTEM.resetService());
        Map<String, String> keyed = new HashMap<>(headers);
        keyed.put("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode first = http.send("POST", path, body, keyed).body();
        assertThat(http.send("POST", path, body, keyed).body()).isEqualTo(first);
        return first;
    }

    @Test
    void theAgentsPrivateKeysAreReadableNowhere_R_WB_31b() throws IOException, JoseException {
        JsonWebEncryption state = new JsonWebEncryption();
        state.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        state.setKey(new PbkdfKey(RunningSystem.AGENT_STATE_PASSWORD));
        state.setCompactSerialization(read(SYSTEM.processes().onboardingToken().resolveSibling("agent.jwe")));
        List<String> privateParts = RawHttp.JSON.readTree(state.getPayload()).findValuesAsText("d");

        List<Path> hits = filesWritten().stream()
                .filter(file -> {
                    String bytes = read(file);
                    return privateParts.stream().anyMatch(bytes::contains);
                })
                .toList();

        assertThat(privateParts).hasSizeGreaterThan(1);
        assertThat(hits).isEmpty();
    }

    @Test
    void theSearchFindsWhatIsThere() throws IOException {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        ResetClient reset = SYSTEM.client(cleo);
        reset.begin(cleo.upn());

        boolean found = false;
        for (Path file : filesWritten()) {
            found |= read(file).contains(reset.supportCode());
        }

        assertThat(found).as("the support code, which is no secret").isTrue();
    }

    private static List<Path> filesWritten() throws IOException {
        try (Stream<Path> files = Files.walk(SystemUnderTest.FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("postgresql-binaries"))
                    .toList();
        }
    }

    /** One char per byte, without the zeros at the end. A file may vanish between listing and reading, as databases clean up. */
    private static String read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is, as the directory takes it, encoded, and what a key for typing stands for. Base64 only as far as what follows does not change it. */
    private static List<String> formsOf(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(bytes, bytes.length - bytes.length % 3);
        List<String> forms = new ArrayList<>(List.of(
                secret,
                new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
                Base64.getEncoder().encodeToString(whole),
                HexFormat.of().formatHex(bytes)));
        if (BASE_32.matcher(secret).matches()) {
            byte[] raw = decoded(secret);
            forms.add(new String(raw, StandardCharsets.ISO_8859_1));
            forms.add(HexFormat.of().formatHex(raw));
            forms.add(Base64.getEncoder().encodeToString(Arrays.copyOf(raw, raw.length - raw.length % 3)));
        }
        return forms;
    }

    /** Twenty bytes. */
    private static byte[] decoded(String base32) {
        StringBuilder digits = new StringBuilder("1");
        base32.chars().forEach(letter -> digits.append(Character.forDigit(ALPHABET.indexOf(letter), 32)));
        byte[] bytes = new BigInteger(digits.toString(), 32).toByteArray();
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    /** Six digits alone: not part of a longer number, of a name made of letters and digits, or of the fraction of a second. */
    private static Stream<String> codesIn(String bytes) {
        return CODE_IN_TEXT.matcher(bytes).results().map(MatchResult::group);
    }
}
