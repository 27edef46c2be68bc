package io.sspr.sandbox.tour;

import io.sspr.sandbox.tour.Http.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One user's reset, step by step over HTTP. Not thread-safe. */
public final class ResetClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Http http;
    private final String language;
    private String id;
    private String token;
    private String supportCode;

    /** @param language for {@code Accept-Language} */
    public ResetClient(URI resetService, String language) {
        this.http = new Http(resetService);
        this.language = language;
    }

    /** Names the account, with a captcha that is solved before. */
    public Answer begin(String userId) {
        Map<String, String> body = Map.of("userId", userId, "captcha", solveCaptcha());
        Answer answer = noted(http.send("POST", "/api/v1/resets", body, headers()));
        id = answer.body().path("id").asText();
        token = answer.body().path("sessionToken").asText();
        return answer;
    }

    /** A captcha that can be sent along once. */
    public String solveCaptcha() {
        return Captcha.solve(http.get("/api/v1/captcha", headers()).body());
    }

    /** @param phoneNumber the whole number; null for methods other than phone */
    public Answer sendCode(String method, String phoneNumber) {
        return challenge(method, null, phoneNumber);
    }

    /**
     * @param channel how its message is to travel; null for the method's usual one
     * @param phoneNumber the whole number; null for methods other than phone
     */
    public Answer challenge(String method, String channel, String phoneNumber) {
        Map<String, String> body = new HashMap<>(Map.of("method", method));
        if (channel != null) {
            body.put("channel", channel);
        }
        if (phoneNumber != null) {
            body.put("phoneNumber", phoneNumber);
        }
        return noted(http.send("POST", path("/challenges"), body, headers()));
    }

    public Answer typeCode(String challenge, String code) {
        return noted(http.send("POST", path("/challenges/" + challenge), Map.of("code", code), headers()));
    }

    /** @param answers by the key of the question */
    public Answer answer(String challenge, Map<String, String> answers) {
        return noted(http.send("POST", path("/challenges/" + challenge), Map.of("answers", rows(answers)), headers()));
    }

    /** Looks again and again, for up to ten seconds, until the user's reply on the phone has arrived. */
    public Answer awaitReply() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            Answer now = look();
            if (!now.body().hasNonNull("challenge")) {
                return now;
            }
            Outside.pause();
        }
        throw new IllegalStateException("the reply on the phone did not arrive within " + PATIENCE.toSeconds() + " s");
    }

    /** Submits and waits for the result. */
    public Answer submit(String newPassword) {
        return noted(http.send("POST", path("/password"), Map.of("newPassword", newPassword), patientHeaders()));
    }

    /** Submits and does not wait. */
    public Answer submitWithoutWaiting(String newPassword) {
        return noted(http.send("POST", path("/password"), Map.of("newPassword", newPassword), headers()));
    }

    /** Unlocks the account, keeps the password, and waits for the result. */
    public Answer unlock() {
        return noted(http.send("POST", path("/unlock"), null, patientHeaders()));
    }

    public Answer look() {
        return http.get(path(""), headers());
    }

    public Answer cancel() {
        return http.send("DELETE", path(""), null, headers());
    }

    /** Of the flow, from the last answer that carried one. */
    public String supportCode() {
        return supportCode;
    }

    public String path(String below) {
        return "/api/v1/resets/" + id + below;
    }

    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>(Map.of("Accept-Language", language));
        if (token != null && !token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    static List<Map<String, String>> rows(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(row -> Map.of("question", row.getKey(), "answer", row.getValue()))
                .toList();
    }

    private Map<String, String> patientHeaders() {
        Map<String, String> headers = headers();
        headers.put("Prefer", "wait=45");
        return headers;
    }

    private Answer noted(Answer answer) {
        if (answer.body().hasNonNull("supportCode")) {
            supportCode = answer.body().path("supportCode").asText();
        }
        return answer;
    }
}
