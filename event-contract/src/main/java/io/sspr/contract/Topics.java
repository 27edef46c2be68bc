package io.sspr.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every Kafka topic of the system: name, kind, how many days the broker keeps its records, who writes and who reads. The key of every record is the account id (the agent's
 * name for heartbeats), so all that happens to one account stays in order. Topics of the on-premises side exist once per tenant, so that one agent
 * can be given access to its own tenant only (R-WB-21).
 */
public enum Topics {
    RESET_EVENTS("sspr.reset.events.v1", Kind.FACTS, 30, "reset-service", "notification-service", "audit-service"),
    REGISTRATION_EVENTS("sspr.registration.events.v1", Kind.FACTS, 30, "reset-service", "audit-service"),
    POLICY_EVENTS("sspr.policy.events.v1", Kind.FACTS, 30, "reset-service", "audit-service"),
    /** Carries sealed passwords. */
    WRITEBACK_REQUESTS("sspr.writeback.requests.v1.<tenant>", Kind.REQUESTS, 0, "reset-service", "writeback-agent"),
    WRITEBACK_RESULTS(
            "sspr.writeback.results.v1.<tenant>", Kind.FACTS, 30, "writeback-agent", "reset-service", "audit-service"),
    AGENT_EVENTS("sspr.agent.events.v1.<tenant>", Kind.FACTS, 1, "writeback-agent", "reset-service", "audit-service"),
    /** Carries names, addresses and phone numbers of users. */
    SYNC_ACCOUNTS("sspr.sync.accounts.v1.<tenant>", Kind.FACTS, 1, "writeback-agent", "reset-service"),
    /** Carries sealed codes. */
    DELIVERY_REQUESTS("sspr.delivery.requests.v1", Kind.REQUESTS, 0, "reset-service", "notification-service"),
    DELIVERY_RESULTS(
            "sspr.delivery.results.v1", Kind.FACTS, 30, "notification-service", "reset-service", "audit-service");

    /** Facts may be kept for long; requests may hold a sealed secret and are removed within five minutes. */
    public enum Kind {
        FACTS,
        REQUESTS
    }

    private static final String TENANT = "<tenant>";
    private static final Pattern TENANT_ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private final String template;
    private final Kind kind;
    private final Duration retention;
    private final String writer;
    private final List<String> readers;

    Topics(String template, Kind kind, int days, String writer, String... readers) {
        this.template = template;
        this.kind = kind;
        this.retention = kind == Kind.REQUESTS ? Duration.ofMinutes(4) : Duration.ofDays(days);
        this.writer = writer;
        this.readers = List.of(readers);
    }

    /** The name as documented; {@code <tenant>} stands for the tenant's id. */
    public String template() {
        return template;
    }

    public Kind kind() {
        return kind;
    }

    /** How long the broker keeps a record of this topic. */
    public Duration retention() {
        return retention;
    }

    public String writer() {
        return writer;
    }

    public List<String> readers() {
        return readers;
    }

    public boolean isPerTenant() {
        return template.endsWith(TENANT);
    }

    /** The topic's name; {@code tenant} is ignored by topics that all tenants share. */
    public String of(String tenant) {
        if (!isPerTenant()) {
            return template;
        }
        if (!TENANT_ID.matcher(tenant).matches()) {
            throw new IllegalArgumentException("a tenant id is 1 to 63 of a-z, 0-9 and inner hyphens");
        }
        return template.replace(TENANT, tenant);
    }

    /** The regular expression with which a service subscribes to this topic of all tenants. */
    public String pattern() {
        return template.replace(".", "\\.").replace(TENANT, "[^.]+");
    }

    /** The table row of a topic by its name on the broker. */
    public static Optional<Topics> named(String topic) {
        return Arrays.stream(values())
                .filter(row -> Pattern.matches(row.pattern(), topic))
                .findFirst();
    }

    /** Where a reader puts what it can never process, without any sealed part. */
    public static String deadLetter(String topic, String service) {
        return topic + ".dlq." + service;
    }

    public static Stream<Topics> shared() {
        return Arrays.stream(values()).filter(topic -> !topic.isPerTenant());
    }

    public static Stream<Topics> perTenant() {
        return Arrays.stream(values()).filter(Topics::isPerTenant);
    }
}
