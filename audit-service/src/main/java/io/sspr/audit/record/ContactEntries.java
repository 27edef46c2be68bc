package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.PROGRESS;
import static io.sspr.audit.record.Entry.failure;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.reset.AdminContacted;
import java.util.Map;

/** Who got no further and asked an administrator for help: as far as self-service goes, a failure. Source: R-AUD-43, R-AUD-46. */
final class ContactEntries {
    private static final String CONTACTED = "Contacted admin";
    private static final Map<String, String> TRIED = Map.of(
            "EMAIL", "email",
            "SECURITY_QUESTIONS", "security questions",
            "APP_CODE", "mobile app code",
            "APP_NOTIFICATION", "mobile app notification",
            "OFFICE_PHONE", "office voice");

    private ContactEntries() {}

    static Entry of(AdminContacted fact) {
        return failure(PROGRESS, outcome(fact))
                .byAndTo(fact.user())
                .with("Method", MethodNames.of(fact.method()))
                .with("SsprCode", fact.code() == null ? "" : fact.code().code())
                .with("Reason", fact.reason())
                .with("Recipients", fact.notices().size());
    }

    private static String outcome(AdminContacted fact) {
        return fact.method() == null ? CONTACTED : CONTACTED + " after trying " + tried(fact);
    }

    private static String tried(AdminContacted fact) {
        if (fact.method().equals("MOBILE_PHONE")) {
            return fact.channel() == Channel.VOICE ? "mobile voice" : "mobile SMS";
        }
        return TRIED.getOrDefault(fact.method(), fact.method());
    }
}
