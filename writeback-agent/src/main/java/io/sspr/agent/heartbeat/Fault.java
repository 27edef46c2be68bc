package io.sspr.agent.heartbeat;

import io.sspr.agent.directory.Refusal;
import io.sspr.agent.eventlog.EventLogEntry;
import io.sspr.contract.writeback.WritebackVerdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that makes writebacks fail until an administrator mends it.
 *
 * @param entry the line of the event log in which it is noted
 * @param text what it is and what to do; holds no personal data
 */
record Fault(EventLogEntry entry, String text) {
    /** What is not here mends itself, such as a directory that is away, or concerns one account. */
    private static final Map<WritebackVerdict, String> TEXTS = new EnumMap<>(Map.of(
            WritebackVerdict.AGENT_CONFIGURATION, "The directory refuses the agent's service account.",
            WritebackVerdict.POLICY_CONTROL_MISSING, "The directory does not offer the policy-hints control (6329).",
            WritebackVerdict.NO_RIGHTS, "The agent's service account lacks a right that writeback needs (33004).",
            WritebackVerdict.DIRECTORY_CONFIGURATION, "SSPR_LDAP_BASE_DN names nothing in the directory (33009).",
            WritebackVerdict.KEY_MISMATCH,
                    "Passwords are sealed to keys that this agent does not hold (32004): offboard it and onboard it"
                            + " again."));

    /** The evidence that helps to mend it. */
    private static final List<String> TELLING = List.of("ldapResult", "missing");

    static Optional<Fault> of(Refusal refusal) {
        Optional<EventLogEntry> entry = EventLogEntry.of(refusal.verdict().eventId());
        return Optional.ofNullable(TEXTS.get(refusal.verdict()))
                .map(text -> new Fault(entry.orElse(EventLogEntry.CONFIGURATION_ERROR), text + seen(refusal)));
    }

    static Fault ofConfiguration(String text) {
        return new Fault(EventLogEntry.CONFIGURATION_ERROR, text);
    }

    private static String seen(Refusal refusal) {
        return TELLING.stream()
                .filter(refusal.evidence()::containsKey)
                .map(name -> " " + name + "=" + refusal.evidence().get(name))
                .collect(Collectors.joining());
    }
}
