package io.sspr.agent.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.sync.AccountsSynchronised;
import io.sspr.contract.sync.SyncedGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TellRunTest {
    private final RememberInTest memory = new RememberInTest();
    private final List<AccountsSynchronised> parts = new ArrayList<>();
    private final TellRun tell = new TellRun(RunId.at(Instant.EPOCH), true, memory, parts::add);

    @Test
    void aGroupTooLargeForOneMessageIsToldInPieces() {
        List<String> members =
                IntStream.range(0, 12_000).mapToObj(Integer::toString).toList();

        tell.group(object(), new SyncedGroup("anchor", "Everybody", members));
        tell.end();

        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.groups().stream()
                                .mapToInt(group -> group.members().size())
                                .sum())
                        .isLessThanOrEqualTo(5_000));
        assertThat(parts.stream().flatMap(part -> part.groups().stream()).flatMap(group -> group.members().stream()))
                .containsExactlyElementsOf(members);
    }

    @Test
    void anObjectCountsAsToldOnceItsPartWasAcknowledged() {
        DirectoryObject object = object();
        tell.group(object, new SyncedGroup("anchor", "Nobody", List.of()));
        assertThat(memory.known(List.of(object.guid()))).isEmpty();

        tell.end();

        assertThat(memory.known(List.of(object.guid())).get(object.guid()).told())
                .isEqualTo(TellRun.digest(new SyncedGroup("anchor", "Nobody", List.of())));
    }

    private static DirectoryObject object() {
        return new DirectoryObject(UUID.randomUUID(), "cn=x", "anchor");
    }
}
