package io.sspr.reset.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.sync.AccountsSynchronised;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final UUID OLDER = run(1_000);
    private static final UUID RUN = run(2_000);
    private static final UUID NEWER = run(3_000);
    private static final Progress NONE = new Progress(null, 0, false, 0, 0, 0, 0);

    @Test
    void theFirstPartBeginsARun() {
        assertThat(NONE.knows(part(RUN, 1))).isFalse();
        assertThat(NONE.at(part(RUN, 1))).isEqualTo(new Progress(RUN, 1, true, 0, 0, 0, 0));
    }

    @Test
    void aPartIsTakenOverOnce() {
        Progress progress = NONE.at(part(RUN, 1)).at(part(RUN, 2));

        assertThat(progress.knows(part(RUN, 1))).isTrue();
        assertThat(progress.knows(part(RUN, 2))).isTrue();
        assertThat(progress.knows(part(RUN, 3))).isFalse();
        assertThat(progress.whole()).isTrue();
    }

    @Test
    void aRunWithAMissingPartIsNotWholeAnyMore() {
        assertThat(NONE.at(part(RUN, 2)).whole()).isFalse();
        assertThat(NONE.at(part(RUN, 1)).at(part(RUN, 3)).at(part(RUN, 4)).whole())
                .isFalse();
    }

    @Test
    void anOlderRunIsKnownAndANewerOneBeginsAnew() {
        Progress progress = NONE.at(part(RUN, 1)).plus(5, 4, 3, 2);

        assertThat(progress.knows(part(OLDER, 9))).isTrue();
        assertThat(progress.knows(part(NEWER, 1))).isFalse();
        assertThat(progress.isBegunBy(part(NEWER, 1))).isTrue();
        assertThat(progress.at(part(RUN, 2)).accounts()).isEqualTo(5);
        assertThat(progress.at(part(NEWER, 1))).isEqualTo(new Progress(NEWER, 1, true, 0, 0, 0, 0));
    }

    private static AccountsSynchronised part(UUID run, int number) {
        return new AccountsSynchronised(run, number, true, false, List.of(), List.of(), List.of());
    }

    private static UUID run(long millis) {
        return new UUID(millis << 16 | 0x7000L, 42);
    }
}
