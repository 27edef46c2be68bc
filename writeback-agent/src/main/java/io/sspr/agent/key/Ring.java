package io.sspr.agent.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * All keys of one agent at one time. Immutable. Source: R-WB-24.
 *
 * <pre>
 *   current ── prepared(next) ──▶ current, next ── confirmed ──▶ next is current, the former one retired for a day
 * </pre>
 *
 * @param resetService verifies what reset-service says; holds no private half
 * @param next made and stored, and perhaps known to reset-service already
 * @param retired the newest first
 */
record Ring(PublicJsonWebKey resetService, KeyPair current, Optional<KeyPair> next, List<Retired> retired) {
    /** For requests that were under way. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** A former encryption key and when it is to be destroyed. */
    record Retired(PublicJsonWebKey encryption, Instant until) {
        boolean isKeptAt(Instant now) {
            return now.isBefore(until);
        }
    }

    static Ring first(KeyPair pair, PublicJsonWebKey resetService) {
        return new Ring(resetService, pair, Optional.empty(), List.of());
    }

    /** What may have been sealed to this agent, the current key first. */
    List<PublicJsonWebKey> opening(Instant now) {
        Stream<PublicJsonWebKey> living =
                Stream.concat(Stream.of(current), next.stream()).map(KeyPair::encryption);
        Stream<PublicJsonWebKey> former =
                retired.stream().filter(each -> each.isKeptAt(now)).map(Retired::encryption);
        return Stream.concat(living, former).toList();
    }

    Ring prepared(KeyPair made) {
        return new Ring(resetService, current, Optional.of(made), retired);
    }

    /** Nothing changes if there is no next pair. */
    Ring confirmed(Instant now) {
        if (next.isEmpty()) {
            return this;
        }
        List<Retired> former = new ArrayList<>();
        former.add(new Retired(current.encryption(), now.plus(KEPT)));
        former.addAll(retired);
        return new Ring(resetService, next.get(), Optional.empty(), List.copyOf(former)).withoutOld(now);
    }

    Ring withoutOld(Instant now) {
        List<Retired> kept = retired.stream().filter(each -> each.isKeptAt(now)).toList();
        return new Ring(resetService, current, next, kept);
    }

    boolean holdsOld(Instant now) {
        return !retired.stream().allMatch(each -> each.isKeptAt(now));
    }
}
