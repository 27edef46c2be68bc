package io.sspr.reset.banned;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BannedPasswordsCacheTest {
    private final BannedPasswordsCache cache = new BannedPasswordsCache();

    @Test
    void compilesAListOnce() {
        BannedPasswords first = cache.with(List.of("contoso", "widget"));

        assertThat(cache.with(new ArrayList<>(List.of("contoso", "widget")))).isSameAs(first);
        assertThat(cache.with(List.of())).isSameAs(cache.with(List.of()));
    }

    @Test
    void changedListIsInForceAtOnce_R_CFG_21() {
        List<String> list = new ArrayList<>(List.of("contoso"));
        BannedPasswords before = cache.with(list);
        list.set(0, "widget");
        BannedPasswords after = cache.with(list);

        assertThat(points(before, "Contoso1")).isEqualTo(2);
        assertThat(points(after, "Contoso1")).isEqualTo(8);
        assertThat(points(after, "Widget12")).isEqualTo(3);
        assertThat(points(cache.with(List.of("contoso")), "Contoso1")).isEqualTo(2);
    }

    @Test
    void globalListIsAlwaysOn_R_BAN_01() {
        assertThat(points(cache.with(List.of()), "Password-")).isEqualTo(2);
        assertThat(points(cache.with(List.of("contoso")), "Password-")).isEqualTo(2);
    }

    @Test
    void keepsTheListsUsedLast() {
        BannedPasswords kept = cache.with(List.of("kept"));
        BannedPasswords forgotten = cache.with(List.of("forgotten"));
        for (int i = 0; i < 31; i++) {
            cache.with(List.of("kept"));
            cache.with(List.of("other-" + i));
        }

        assertThat(cache.with(List.of("kept"))).isSameAs(kept);
        assertThat(cache.with(List.of("forgotten"))).isNotSameAs(forgotten);
    }

    @Test
    void servesManyThreads() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> points = IntStream.range(0, 400)
                    .mapToObj(i ->
                            threads.submit(() -> points(cache.with(List.of("tenant" + i % 40)), "Tenant" + i % 40)))
                    .toList();
            for (Future<Integer> each : points) {
                assertThat(each.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int points(BannedPasswords banned, String password) {
        return banned.evaluate(Secret.of(password), List.of()).points();
    }
}
