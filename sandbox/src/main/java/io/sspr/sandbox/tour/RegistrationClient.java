package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.tour.Http.Answer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a signed-in user registers to prove themselves with later, over HTTP. Whatever is refused here ends the journey. */
final class RegistrationClient {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    private final Http http;
    private final String token;

    /** @param token of the user's sign-in */
    RegistrationClient(URI resetService, String token) {
        this.http = new Http(resetService);
        this.token = token;
    }

    /** Asks for a phone to be registered, which gets a code; the id of its verification. */
    String addPhone(String number) {
        return begun("/phone", Map.of("type", "MOBILE", "number", number))
                .path("id")
                .asText();
    }

    /**
     * Asks for an app to be registered.
     *
     * @param device where a notification reaches it; null if it only makes codes
     * @return the verification, whose {@code setUp.key} the app has to take
     */
    JsonNode addApp(String device) {
        Map<String, String> app = new HashMap<>(Map.of("name", "Demo phone"));
        app.put("kind", device == null ? "OTHER" : "MICROSOFT");
        if (device != null) {
            app.put("device", device);
        }
        return begun("/authenticators", app);
    }

    /** Types the code of a verification: from now on what it is about is registered. */
    void verify(String verification, String code) {
        require(OK, send("POST", "/verifications/" + verification, Map.of("code", code)));
    }

    /** Keys of as many security questions as have to be answered. */
    List<String> questions() {
        JsonNode offered = send("GET", "", null).body().path("securityQuestions");
        return offered.path("questions")
                .findValuesAsText("key")
                .subList(0, offered.path("registerCount").asInt());
    }

    /** @param answers by the key of the question */
    void answerQuestions(Map<String, String> answers) {
        Object body = Map.of("answers", ResetClient.rows(answers));
        require(NO_CONTENT, send("PUT", "/security-questions", body));
    }

    private JsonNode begun(String path, Object body) {
        Answer answer = send("POST", path, body);
        require(ACCEPTED, answer);
        return answer.body();
    }

    private Answer send(String method, String path, Object body) {
        return http.send(method, "/api/v1/registration" + path, body, Map.of("Authorization", "Bearer " + token));
    }

    private static void require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("a registration was refused: " + answer.body());
        }
    }
}
