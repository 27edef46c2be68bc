package io.sspr.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.log.DirectoryAudit;
import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.audit.log.DirectoryAudit.Result;
import io.sspr.audit.log.DirectoryAudit.Target;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import java.time.Instant;
import java.util.UUID;

/** What the audit log makes of a fact, and what is expected of it. */
record Line(DirectoryAudit audit) {
    static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");
    static final UUID ACCOUNT = UUID.fromString("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    static final Instant NOW = Instant.parse("2026-05-01T03:04:05.678901234Z");
    static final Person TARO = new Person(ACCOUNT, "甲斐 太郎", "taro@contoso.example", "203.0.113.7");
    static final Person HELEN = new Person(ID, null, "helen@contoso.example", "203.0.113.8");
    static final Person NOBODY = Person.unknown("203.0.113.7");

    private static final UUID SUPPORT_CODE = UUID.fromString("99999999-8888-4777-8666-555555555555");

    static Line of(Fact fact) {
        return new Line(DescribeFact.describe(message(fact)));
    }

    static Message<Fact> message(Fact fact) {
        return new Message<>(UUID.randomUUID(), NOW, "/a-service", "contoso", ACCOUNT.toString(), SUPPORT_CODE, fact);
    }

    /** @param reason null if there is to be none */
    Line tells(Activity activity, Result result, String reason) {
        assertThat(audit)
                .extracting(DirectoryAudit::activityDisplayName, DirectoryAudit::result, DirectoryAudit::resultReason)
                .containsExactly(activity.displayName(), result, reason);
        assertThat(audit.correlationId()).isEqualTo(SUPPORT_CODE);
        return this;
    }

    Line isByAndTo(Person user) {
        return isBy(user).isTo(user);
    }

    Line isBy(Person user) {
        assertThat(audit.initiatedBy().app()).isNull();
        assertThat(audit.initiatedBy().user())
                .isEqualTo(new DirectoryAudit.User(
                        user.id(), user.displayName(), user.userPrincipalName(), user.ipAddress()));
        return this;
    }

    Line isByAgent(String name) {
        assertThat(audit.initiatedBy().user()).isNull();
        assertThat(audit.initiatedBy().app().displayName()).isEqualTo(name);
        return this;
    }

    Line isTo(Person user) {
        assertThat(audit.targetResources()).extracting(Target::type).containsExactly("User");
        assertThat(audit.targetResources())
                .extracting(Target::id)
                .containsExactly(user.id().toString());
        return this;
    }

    /** All of them, in this order. */
    Line hasDetails(Detail... details) {
        assertThat(audit.additionalDetails()).containsExactly(details);
        return this;
    }
}
