package io.sspr.sandbox.tour;

import io.sspr.sandbox.tour.Http.Answer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** One user's reset, step by step over HTTP. Not thread-safe. */
public final class ResetClient {
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

    public Answer begin(String userId) {
        Answer answer = noted(http.send("POST", "/api/v1/resets", Map.of("userId", userId), headers()));
        id = answer.body().path("id").asText();
        token = answer.body().path("sessionToken").asText();
        return answer;
    }

    /** @param phoneNumber the whole number; null for methods other than phone */
    public Answer sendCode(String method, String phoneNumber) {
        Map<String, String> body = new HashMap<>(Map.of("method", method));
        if (phoneNumber != null) {
            body.put("phoneNumber", phoneNumber);
        }
        return noted(http.send("POST", path("/challenges"), body, headers()));
    }

    public Answer typeCode(String challenge, String code) {
        return noted(http.send("POST", path("/challenges/" + challenge), Map.of("code", code), headers()));
    }

    /** Submits and waits for the result. */
    public Answer submit(String newPassword) {
        Map<String, String> headers = headers();
        headers.put("Prefer", "wait=45");
        return noted(http.send("POST", path("/password"), Map.of("newPassword", newPassword), headers));
    }

    /** Submits and does not wait. */
    public Answer submitWithoutWaiting(String newPassword) {
        return noted(http.send("POST", path("/password"), Map.of("newPassword", newPassword), headers()));
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

    private Answer noted(Answer answer) {
        if (answer.body().hasNonNull("supportCode")) {
            supportCode = answer.body().path("supportCode").asText();
        }
        return answer;
    }
}
