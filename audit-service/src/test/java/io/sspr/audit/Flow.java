package io.sspr.audit;

import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.reset.ResetCancelled;
import java.time.Instant;
import java.util.UUID;

/** One person's reset, of which facts are published. */
final class Flow {
    final UUID account = UUID.randomUUID();
    final UUID supportCode = UUID.randomUUID();
    final Person taro = new Person(account, "甲斐 太郎", "Taro." + account + "@contoso.example", "203.0.113.7");

    Message<Event> message(Event event) {
        return message(AuditApi.NOON, event);
    }

    Message<Event> message(Instant time, Event event) {
        return new Message<>(UUID.randomUUID(), time, "/a-service", "contoso", account.toString(), supportCode, event);
    }

    /** Publishes that the user cancelled, and waits until the audit log has it. */
    Message<Event> cancelled() {
        Message<Event> cancelled = message(new ResetCancelled(supportCode, taro, true));
        AuditApi.BROKER.publish(cancelled);
        AuditApi.awaitLine(cancelled);
        return cancelled;
    }
}
