package io.sspr.sandbox.world;

import io.sspr.sandbox.world.Call.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The telephone network: the last 2,000 calls, oldest first. Thread-safe. */
public final class Calls {
    private static final int CAPACITY = 2_000;
    private static final Pattern KEY = Pattern.compile("[0-9*#]");
    private static final String CONFIRMS = "#";

    private final ById<Call> calls = new ById<>(CAPACITY);
    private final Clock clock;

    Calls(Clock clock) {
        this.clock = clock;
    }

    Delivery place(String id, String to, String text, String language) {
        if (id.isBlank() || !PhoneNumber.isDialled(to) || text.isBlank()) {
            return Delivery.MALFORMED;
        }
        if (Delivery.isUnreachable(to)) {
            return Delivery.UNREACHABLE;
        }
        calls.addIfAbsent(id, new Call(id, to, text, language, clock.instant(), State.RINGING));
        return Delivery.DELIVERED;
    }

    public Optional<Call> find(String id) {
        return calls.find(id).map(this::now);
    }

    public List<Call> all() {
        return calls.all().stream().map(this::now).toList();
    }

    /** Those to one number; only its digits are compared. */
    public List<Call> to(String number) {
        return all().stream()
                .filter(call -> PhoneNumber.same(call.to(), number))
                .toList();
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /** Picks up and presses a key; every key but # leaves things as they are. */
    synchronized Reaction press(String id, String key) {
        return react(id, CONFIRMS.equals(key) ? State.CONFIRMED : State.RINGING);
    }

    synchronized Reaction hangUp(String id) {
        return react(id, State.REJECTED);
    }

    private Reaction react(String id, State next) {
        Call call = find(id).orElse(null);
        if (call == null) {
            return Reaction.UNKNOWN;
        }
        if (!call.canBeAnswered()) {
            return Reaction.REFUSED;
        }
        calls.replace(id, call.with(next));
        return Reaction.TAKEN;
    }

    private Call now(Call call) {
        return call.asOf(clock.instant());
    }
}
