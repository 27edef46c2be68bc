package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.tour.Http.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The phones in people's hands: calls to answer, notifications to tap on, and an app that shows codes. Thread-safe. */
public final class Phones {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int DONE = 204;

    private final Http world;

    public Phones(URI world) {
        this.world = new Http(world);
    }

    /** How many calls this number got so far. */
    public int countCalls(String number) {
        return calls(number).size();
    }

    /** Picks up the first call after the first {@code seen} ones and presses #; waits up to ten seconds for it. */
    public void confirmCall(String number, int seen) {
        react("/calls/", awaitNext(() -> calls(number), seen), Map.of("key", "#"));
    }

    /** Hangs up on the first call after the first {@code seen} ones; waits up to ten seconds for it. */
    public void hangUp(String number, int seen) {
        react("/calls/", awaitNext(() -> calls(number), seen), Map.of("hangUp", true));
    }

    /** How many notifications this device showed so far. */
    public int countNotifications(String device) {
        return notifications(device).size();
    }

    /** Taps on the first notification after the first {@code seen} ones; waits up to ten seconds for it. */
    public void tap(String device, int seen, boolean approve) {
        react("/approvals/", awaitNext(() -> notifications(device), seen), Map.of("approve", approve));
    }

    /** Takes an account into the app of a device. */
    public void addToApp(String device, String secret, String account) {
        Map<String, String> body = Map.of("device", device, "secret", secret, "account", account);
        require(world.send("POST", "/authenticators", body, Map.of()), "the app did not take the account");
    }

    /** What the app shows; empty if no account was taken into it. */
    public Optional<String> appCode(String device) {
        return appCode(device, 0);
    }

    /** What the app will show in half a minute; empty if no account was taken into it. */
    public Optional<String> nextAppCode(String device) {
        return appCode(device, 1);
    }

    private Optional<String> appCode(String device, int stepsAhead) {
        Answer answer = world.get("/authenticators/" + device + "/code?stepsAhead=" + stepsAhead, Map.of());
        return answer.status() == OK ? Optional.of(answer.body().path("code").asText()) : Optional.empty();
    }

    private JsonNode calls(String number) {
        String to = URLEncoder.encode(number.replace(" ", ""), StandardCharsets.UTF_8);
        return world.get("/calls?to=" + to, Map.of()).body();
    }

    private JsonNode notifications(String device) {
        return world.get("/approvals?device=" + device, Map.of()).body();
    }

    private static JsonNode awaitNext(Supplier<JsonNode> arrivals, int seen) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            JsonNode now = arrivals.get();
            if (now.size() > seen) {
                return now.get(seen);
            }
            Outside.pause();
        }
        throw new IllegalStateException("the phone did not ring within " + PATIENCE.toSeconds() + " s");
    }

    private void react(String path, JsonNode arrived, Object reaction) {
        String id = arrived.path("id").asText();
        require(world.send("PUT", path + id, reaction, Map.of()), "the phone did not take the reaction");
    }

    private static void require(Answer answer, String otherwise) {
        if (answer.status() != DONE) {
            throw new IllegalStateException(otherwise + ": status " + answer.status());
        }
    }
}
