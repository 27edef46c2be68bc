package io.sspr.agent.directory;

import io.sspr.contract.writeback.WritebackVerdict;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something was not done.
 *
 * @param evidence what was seen, by name: numbers, codes and the server; never a secret, and nothing that a user typed
 */
public record Refusal(WritebackVerdict verdict, Map<String, Object> evidence) {
    public static Refusal of(WritebackVerdict verdict) {
        return new Refusal(verdict, Map.of());
    }

    /** For a write that may have been done all the same. */
    public Refusal inUnknownState() {
        return with("state", "UNKNOWN");
    }

    public Refusal with(String name, Object seen) {
        Map<String, Object> more = new LinkedHashMap<>(evidence);
        more.put(name, seen);
        return new Refusal(verdict, more);
    }
}
