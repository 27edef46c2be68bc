package io.sspr.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestTest {
    @Test
    void forgetsTheOldestWhenFull() {
        Latest<Integer> latest = new Latest<>(2);

        latest.add(1);
        latest.add(2);
        latest.add(3);

        assertThat(latest.all()).containsExactly(2, 3);
    }
}
