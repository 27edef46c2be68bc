package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.e2e.RawHttp.Answer;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.Outside;
import io.sspr.sandbox.tour.Phones;
import io.sspr.sandbox.tour.ResetClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is sent twice is done once: by a client that got no answer and tries again, by two windows of one browser, by a hand that slipped. */
class RepetitionIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final RawHttp RESET = new RawHttp(SYSTEM.resetService());
    private static final Outside OUTSIDE = SYSTEM.tour().outside();
    private static final Phones PHONES = new Phones(SYSTEM.world());

    @Test
    void aRepeatedRequestSendsNoSecondMessage_R_FLW_34() {
        DemoAccount yuki = SYSTEM.seeded("yuki");
        ResetClient reset = begun(yuki);
        int seen = OUTSIDE.countMessages(yuki.phone());
        Map<String, String> first = keyed(reset);

        Answer original = sendCode(reset, yuki, first);
        Answer repeated = sendCode(reset, yuki, first);
        sendCode(reset, yuki, keyed(reset));

        awaitMessages(yuki, seen + 2);
        assertThat(OUTSIDE.countMessages(yuki.phone()))
                .as("one for each key, since messages to one account keep their order")
                .isEqualTo(seen + 2);
        assertThat(repeated.body()).isEqualTo(original.body());
        assertThat(original.replayed()).isEmpty();
        assertThat(repeated.replayed()).isEqualTo("true");
    }

    @Test
    void ofManyRequestsAtOnceWithOneKeyOneIsCarriedOut_R_FLW_34() {
        DemoAccount yuki = SYSTEM.seeded("yuki");
        ResetClient reset = begun(yuki);
        int seen = OUTSIDE.countMessages(yuki.phone());
        Map<String, String> key = keyed(reset);

        List<Answer> answers = atOnce(8, () -> sendCode(reset, yuki, key));
        sendCode(reset, yuki, keyed(reset));

        awaitMessages(yuki, seen + 2);
        assertThat(OUTSIDE.countMessages(yuki.phone())).isEqualTo(seen + 2);
        assertThat(answers.stream()
                        .filter(answer ->
                                answer.status() == 202 && answer.replayed().isEmpty()))
                .hasSize(1);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                answer.status() == 202 || answer.code().equals("RequestInProgress"))
                        .isTrue());
    }

    @Test
    void aKeyIsForOneRequestOnly_R_FLW_34() {
        DemoAccount petra = SYSTEM.seeded("petra");
        ResetClient reset = begun(petra);
        Map<String, String> key = keyed(reset);
        RESET.send("POST", reset.path("/challenges"), "{\"method\": \"EMAIL\"}", key);

        Answer other = sendCode(reset, petra, key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IdempotencyKeyReused");
    }

    @Test
    void aRepeatedRequestPlacesNoSecondCall_R_FLW_34() {
        DemoAccount vera = SYSTEM.seeded("vera");
        ResetClient reset = begun(vera);
        int seen = PHONES.countCalls(vera.phone());
        Map<String, String> key = keyed(reset);
        String body =
                "{\"method\": \"MOBILE_PHONE\", \"channel\": \"VOICE\", \"phoneNumber\": \"" + vera.phone() + "\"}";

        RESET.send("POST", reset.path("/challenges"), body, key);
        RESET.send("POST", reset.path("/challenges"), body, key);
        PHONES.confirmCall(vera.phone(), seen);

        assertThat(reset.awaitReply().body().path("state").asText()).isEqualTo("PASSWORD_OPEN");
        assertThat(PHONES.countCalls(vera.phone())).isEqualTo(seen + 1);
    }

    @Test
    void aPasswordSubmittedAgainIsSetOnce_R_FLW_34() {
        DemoAccount tom = SYSTEM.seeded("tom");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(tom);
        Map<String, String> key = keyed(reset);
        key.put("Prefer", "wait=45");
        String password = SYSTEM.tour().journeys().newPassword();
        String body = "{\"newPassword\": \"" + password + "\"}";

        Answer original = RESET.send("POST", reset.path("/password"), body, key);
        Answer repeated = RESET.send("POST", reset.path("/password"), body, key);

        assertThat(original.body().path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(repeated.body()).isEqualTo(original.body());
        assertThat(OUTSIDE.bind(tom.upn(), password)).isTrue();
    }

    @Test
    void ofTwoWindowsOneGoesOnAndTheOtherHasToLookAgain_R_FLW_41() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        ResetClient reset = begun(cleo);
        int seen = OUTSIDE.countMessages(cleo.alternateEmail());
        Map<String, String> bothSaw = seen(reset);

        Answer one = RESET.send("POST", reset.path("/challenges"), "{\"method\": \"EMAIL\"}", bothSaw);
        Answer other = RESET.send("POST", reset.path("/challenges"), "{\"method\": \"EMAIL\"}", bothSaw);
        String code = OUTSIDE.awaitCode(cleo.alternateEmail(), seen);
        String challenge = reset.path("/challenges/" + one.body().path("id").asText());
        Answer passed = RESET.send("POST", challenge, "{\"code\": \"" + code + "\"}", seen(reset));

        assertThat(one.status()).isEqualTo(202);
        assertThat(other.status()).isEqualTo(412);
        assertThat(other.code()).isEqualTo("VersionOutdated");
        assertThat(passed.body().path("state").asText())
                .as("the other window has not made the code void")
                .isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void ofTwoPasswordsAtOnceOneIsTaken_R_FLW_41() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(cleo);
        Map<String, String> bothSaw = seen(reset);
        List<String> passwords =
                Stream.generate(SYSTEM.tour().journeys()::newPassword).limit(2).toList();

        List<Answer> answers = passwords.stream()
                .map(password -> CompletableFuture.supplyAsync(() -> RESET.send(
                        "POST", reset.path("/password"), "{\"newPassword\": \"" + password + "\"}", bothSaw)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(passwords.stream().filter(password -> SYSTEM.tour().staff().canSignIn(cleo, password)))
                .hasSize(1);
    }

    @Test
    void settingsOfTwoAdministratorsDoNotOverwriteEachOther() {
        Map<String, String> headers = new HashMap<>(SYSTEM.administratorOf(ValidBodies.TENANT));
        String version = RESET.get("/api/v1/admin/policy", headers).etag();
        headers.put("If-Match", version);

        Answer one = RESET.send("PATCH", "/api/v1/admin/policy", "{\"reconfirmDays\": 170}", headers);
        Answer other = RESET.send("PATCH", "/api/v1/admin/policy", "{\"reconfirmDays\": 171}", headers);

        assertThat(one.body().path("reconfirmDays").asInt()).isEqualTo(170);
        assertThat(other.status()).isEqualTo(412);
        assertThat(other.code()).isEqualTo("VersionOutdated");
        SYSTEM.seeded("abe");
    }

    private static ResetClient begun(DemoAccount account) {
        ResetClient reset = SYSTEM.client(account);
        assertThat(reset.begin(account.upn()).status()).isEqualTo(201);
        return reset;
    }

    private static Answer sendCode(ResetClient reset, DemoAccount account, Map<String, String> headers) {
        String body = "{\"method\": \"MOBILE_PHONE\", \"phoneNumber\": \"" + account.phone() + "\"}";
        return RESET.send("POST", reset.path("/challenges"), body, headers);
    }

    private static void awaitMessages(DemoAccount account, int count) {
        OUTSIDE.awaitMessage(account.phone(), count - 1);
    }

    /** With a new Idempotency-Key. */
    private static Map<String, String> keyed(ResetClient reset) {
        return with(reset, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** With the version of the reset as it is now. */
    private static Map<String, String> seen(ResetClient reset) {
        return with(
                reset, "If-Match", "\"" + reset.look().body().path("version").asInt() + "\"");
    }

    private static Map<String, String> with(ResetClient reset, String name, String value) {
        Map<String, String> headers = new HashMap<>(reset.headers());
        headers.put(name, value);
        return headers;
    }

    private static List<Answer> atOnce(int times, Supplier<Answer> request) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(request)).limit(times).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
