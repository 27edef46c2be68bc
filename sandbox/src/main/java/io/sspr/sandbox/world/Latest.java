package io.sspr.sandbox.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last so many things that arrived, oldest first. Thread-safe. */
final class Latest<T> {
    private final Deque<T> things = new ArrayDeque<>();
    private final int capacity;

    Latest(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(T thing) {
        if (things.size() == capacity) {
            things.removeFirst();
        }
        things.addLast(thing);
    }

    synchronized List<T> all() {
        return List.copyOf(things);
    }
}
