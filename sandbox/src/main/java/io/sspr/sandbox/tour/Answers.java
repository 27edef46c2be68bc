package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What a user has answered to security questions. Prints nothing of it.
 *
 * @param byQuestion answers by the key of the question
 */
record Answers(Map<String, String> byQuestion) {
    Answers {
        byQuestion = Map.copyOf(byQuestion);
    }

    /**
     * The right answers.
     *
     * @param challenge says in {@code questions} what is asked
     */
    Map<String, String> to(JsonNode challenge) {
        Map<String, String> given = new HashMap<>();
        for (JsonNode question : challenge.path("questions")) {
            String key = question.path("key").asText();
            given.put(key, byQuestion.getOrDefault(key, "was not registered"));
        }
        return given;
    }

    /** The right answers but for one. */
    Map<String, String> oneWrongTo(JsonNode challenge) {
        Map<String, String> given = to(challenge);
        given.keySet().stream().findFirst().ifPresent(key -> given.put(key, "something else"));
        return given;
    }

    @Override
    public String toString() {
        return byQuestion.size() + " answers";
    }
}
