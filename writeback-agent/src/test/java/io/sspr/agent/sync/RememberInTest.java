package io.sspr.agent.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the agent remembers, without a database. */
final class RememberInTest extends SyncMemory {
    private record Row(String name, Known known) {}

    private final Map<UUID, Row> rows = new HashMap<>();
    private Cookie cookie;

    RememberInTest() {
        super(null);
    }

    @Override
    Optional<Cookie> cookie() {
        return Optional.ofNullable(cookie);
    }

    @Override
    void end(UUID run, boolean full, Cookie next) {
        if (full) {
            rows.values().removeIf(row -> !row.known().run().equals(run));
        }
        cookie = next;
    }

    @Override
    List<String> anchorsOf(Collection<String> names) {
        return rows.values().stream()
                .filter(row -> names.contains(row.name()))
                .map(row -> row.known().anchor())
                .toList();
    }

    @Override
    Map<UUID, Known> known(Collection<UUID> guids) {
        return find(known -> guids.contains(known.guid()));
    }

    @Override
    void meet(Collection<UUID> guids, UUID run) {
        rows.replaceAll((guid, row) -> guids.contains(guid)
                ? new Row(
                        row.name(),
                        new Known(guid, row.known().anchor(), row.known().told(), run))
                : row);
    }

    @Override
    Collection<Known> notMetIn(UUID run) {
        return find(known -> !known.run().equals(run)).values();
    }

    @Override
    Map<UUID, Known> withAnchors(Collection<String> anchors) {
        return find(known -> anchors.contains(known.anchor()));
    }

    @Override
    void remember(Collection<Seen> objects, UUID run) {
        for (Seen each : objects) {
            Row before = rows.get(each.object().guid());
            byte[] told = each.told() == null && before != null ? before.known().told() : each.told();
            rows.put(
                    each.object().guid(),
                    new Row(
                            each.object().name(),
                            new Known(each.object().guid(), each.object().anchor(), told, run)));
        }
    }

    @Override
    void forget(Collection<UUID> guids) {
        guids.forEach(rows::remove);
    }

    int size() {
        return rows.size();
    }

    /** As if everything had been read that long ago. */
    void readEverythingAt(Instant fullAt) {
        cookie = new Cookie(cookie.controller(), cookie.scope(), cookie.usn(), cookie.readAt(), fullAt);
    }

    private Map<UUID, Known> find(Predicate<Known> wanted) {
        return rows.values().stream()
                .map(Row::known)
                .filter(wanted)
                .collect(Collectors.toMap(Known::guid, known -> known));
    }
}
