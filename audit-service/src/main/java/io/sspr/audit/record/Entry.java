package io.sspr.audit.record;

import io.sspr.audit.log.DirectoryAudit;
import io.sspr.audit.log.DirectoryAudit.App;
import io.sspr.audit.log.DirectoryAudit.Change;
import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.audit.log.DirectoryAudit.Initiator;
import io.sspr.audit.log.DirectoryAudit.Result;
import io.sspr.audit.log.DirectoryAudit.Target;
import io.sspr.audit.log.DirectoryAudit.User;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A line of the audit log while it is being put together from a fact. Not thread-safe; used once. */
final class Entry {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final Activity activity;
    private final Result result;
    private final String reason;
    private final List<Target> targets = new ArrayList<>();
    private final List<Detail> details = new ArrayList<>();
    private Initiator initiator = new Initiator(new User(null, null, null, null), null);

    private Entry(Activity activity, Result result, String reason) {
        this.activity = activity;
        this.result = result;
        this.reason = reason;
    }

    static Entry success(Activity activity, String reason) {
        return new Entry(activity, Result.SUCCESS, reason);
    }

    static Entry failure(Activity activity, String reason) {
        return new Entry(activity, Result.FAILURE, reason);
    }

    static Entry timeout(Activity activity, String reason) {
        return new Entry(activity, Result.TIMEOUT, reason);
    }

    /** Somebody did it; null if nobody is known. */
    Entry by(Person person) {
        if (person != null) {
            initiator = new Initiator(
                    new User(
                            person.id(),
                            printable(person.displayName()),
                            printable(person.userPrincipalName()),
                            printable(person.ipAddress())),
                    null);
        }
        return this;
    }

    /** Somebody did it to the own account. Who named no existing account did it to nothing. */
    Entry byAndTo(Person person) {
        return by(person).to(person);
    }

    /** A program did it by itself. */
    Entry byApp(String name) {
        initiator = new Initiator(null, App.named(printable(name)));
        return this;
    }

    /** It was done to an account; null or without id if to none. */
    Entry to(Person person) {
        if (person != null && person.id() != null) {
            targets.add(new Target(
                    person.id().toString(),
                    printable(person.displayName()),
                    "User",
                    printable(person.userPrincipalName()),
                    null,
                    List.of()));
        }
        return this;
    }

    Entry toPolicy(String id, List<Change> changes) {
        List<Change> shown = changes.stream().map(Entry::printable).toList();
        targets.add(new Target(id, "Self-service password reset policy", "Policy", null, null, shown));
        return this;
    }

    Entry toDirectory(String tenant) {
        targets.add(new Target(tenant, null, "Directory", null, null, List.of()));
        return this;
    }

    /** Adds a detail; one without a value is left out. */
    Entry with(String key, Object value) {
        if (value != null) {
            details.add(new Detail(printable(key), printable(value)));
        }
        return this;
    }

    /** Adds a detail that has several values, joined; none, or null, is left out. */
    Entry withAll(String key, List<String> values) {
        return values == null || values.isEmpty() ? this : with(key, String.join(", ", values));
    }

    /** Adds which agent acted; null if the cloud masters the password. */
    Entry withAgent(String agent) {
        return with("OnPremisesAgent", agent == null ? "None" : agent);
    }

    /** Adds what was seen, by name; null if nothing was. */
    Entry with(Map<String, Object> evidence) {
        if (evidence != null) {
            evidence.forEach(this::with);
        }
        return this;
    }

    /** The finished line. */
    DirectoryAudit of(Message<?> message) {
        return new DirectoryAudit(
                message.id(),
                activity.category(),
                message.supportCode(),
                result,
                printable(reason),
                activity.displayName(),
                message.time().truncatedTo(ChronoUnit.MICROS),
                activity.service(),
                activity.operation(),
                initiator,
                List.copyOf(targets),
                List.copyOf(details));
    }

    /** Directories end their texts in a NUL, which PostgreSQL cannot store; and a line stays a line wherever it is shown. */
    private static String printable(Object value) {
        return value == null
                ? null
                : CONTROL.matcher(String.valueOf(value)).replaceAll(" ").strip();
    }

    private static Change printable(Change change) {
        return new Change(printable(change.displayName()), printable(change.oldValue()), printable(change.newValue()));
    }
}
