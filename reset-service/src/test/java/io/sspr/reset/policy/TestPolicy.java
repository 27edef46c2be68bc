package io.sspr.reset.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Settings as administrators write them: JSON whose quotes may be single ones. What is left out has its default. */
public final class TestPolicy {
    static final ObjectMapper JSON = new ObjectMapper();

    private TestPolicy() {}

    public static TenantPolicy of(String settings) {
        try {
            return JSON.treeToValue(json(settings), TenantPolicy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
