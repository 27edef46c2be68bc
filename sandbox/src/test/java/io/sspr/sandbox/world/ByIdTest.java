package io.sspr.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByIdTest {
    private final ById<String> things = new ById<>(2);

    @Test
    void forgetsTheOldestWhenFull() {
        things.addIfAbsent("a", "first");
        things.addIfAbsent("b", "second");
        things.addIfAbsent("c", "third");

        assertThat(things.all()).containsExactly("second", "third");
        assertThat(things.find("a")).isEmpty();
    }

    @Test
    void keepsTheFirstOfAnId() {
        things.addIfAbsent("a", "first");
        things.addIfAbsent("a", "again");

        assertThat(things.find("a")).contains("first");
    }

    @Test
    void replacesInPlace() {
        things.addIfAbsent("a", "first");
        things.addIfAbsent("b", "second");
        things.replace("a", "changed");

        assertThat(things.all()).containsExactly("changed", "second");
    }
}
