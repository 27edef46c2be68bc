package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.MESSAGE;
import static io.sspr.audit.record.Entry.failure;
import static io.sspr.audit.record.Entry.success;

import io.sspr.contract.Person;
import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFailed;

/**
 * What became of messages to people. The facts know nobody, so the account comes with the message; nor do they know what the message was for, so none
 * is told as a step of a reset.
 */
final class DeliveryEntries {
    private DeliveryEntries() {}

    static Entry of(Delivered fact, Person user) {
        return of(fact, success(MESSAGE, taken(fact.channel())).byAndTo(user)).with("Attempts", fact.attempts());
    }

    static Entry of(DeliveryFailed fact, Person user) {
        return of(fact, failure(MESSAGE, problem(fact.cause())).byAndTo(user))
                .with("Attempts", fact.attempts())
                .with("Cause", fact.cause());
    }

    static Entry of(ApprovalAnswered fact, Person user) {
        Entry entry = fact.approved() ? success(MESSAGE, "Approved on the phone") : failure(MESSAGE, "ApprovalDenied");
        return entry.byAndTo(user).with("Channel", fact.channel()).with("DeliveryId", fact.deliveryId());
    }

    private static Entry of(DeliveryFact fact, Entry entry) {
        return entry.with("Content", fact.content())
                .with("Channel", fact.channel())
                .with("DeliveryId", fact.deliveryId());
    }

    private static String taken(Channel channel) {
        return switch (channel) {
            case EMAIL, SMS -> "Message taken by mail server or gateway";
            case VOICE -> "Call is being placed";
            case PUSH -> "Notification is on its way";
        };
    }

    private static String problem(DeliveryFailed.Cause cause) {
        return switch (cause) {
            case UNREACHABLE, REJECTED, EXPIRED, UNREADABLE -> "Undeliverable";
            case UNANSWERED -> "Unanswered";
        };
    }
}
