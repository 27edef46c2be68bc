package io.sspr.audit.log;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One line of the audit log, field by field the {@code directoryAudit} of Microsoft Graph. Source: R-AUD-01, R-AUD-03.
 *
 * @param id the id of the message that brought the fact, so a fact has one line however often it is delivered
 * @param correlationId the flow, which the user knows as support code; null outside a flow
 * @param resultReason why it failed or which step it was; null if there is nothing to add
 * @param activityDateTime when it happened, UTC, to the microsecond
 */
public record DirectoryAudit(
        UUID id,
        String category,
        UUID correlationId,
        Result result,
        String resultReason,
        String activityDisplayName,
        Instant activityDateTime,
        String loggedByService,
        String operationType,
        Initiator initiatedBy,
        List<Target> targetResources,
        List<Detail> additionalDetails) {

    /** How it ended, in Graph's words. Source: R-AUD-46. */
    public enum Result {
        SUCCESS("success"),
        FAILURE("failure"),
        TIMEOUT("timeout");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }
    }

    /** Who did it: exactly one of the two is not null. */
    public record Initiator(User user, App app) {}

    /** A person; all parts but the address are null for somebody who named no existing account. */
    public record User(UUID id, String displayName, String userPrincipalName, String ipAddress) {}

    /** A program that acted by itself; only its name is known here. */
    public record App(String appId, String displayName, String servicePrincipalId, String servicePrincipalName) {
        public static App named(String displayName) {
            return new App(null, displayName, null, null);
        }
    }

    /**
     * What was acted on.
     *
     * @param id never null: what has no id is no target
     * @param type {@code User}, {@code Policy} or {@code Directory}
     */
    public record Target(
            String id,
            String displayName,
            String type,
            String userPrincipalName,
            String groupType,
            List<Change> modifiedProperties) {}

    /** A property before and after. */
    public record Change(String displayName, String oldValue, String newValue) {}

    /** Whatever else is known, by name. */
    public record Detail(String key, String value) {}
}
