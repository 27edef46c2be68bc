package io.sspr.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last so many things that arrived, oldest first, each found by its id. Thread-safe. */
final class ById<T> {
    private final Map<String, T> things = new LinkedHashMap<>();
    private final int capacity;

    ById(int capacity) {
        this.capacity = capacity;
    }

    /** Keeps the former thing of that id, if there is one. */
    synchronized void addIfAbsent(String id, T thing) {
        if (things.putIfAbsent(id, thing) == null && things.size() > capacity) {
            things.remove(things.keySet().iterator().next());
        }
    }

    /** Puts a thing in the place of the one that has its id. */
    synchronized void replace(String id, T thing) {
        things.replace(id, thing);
    }

    synchronized Optional<T> find(String id) {
        return Optional.ofNullable(things.get(id));
    }

    synchronized List<T> all() {
        return new ArrayList<>(things.values());
    }
}
