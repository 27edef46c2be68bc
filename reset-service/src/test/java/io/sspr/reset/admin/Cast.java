package io.sspr.reset.admin;

import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.problem.Language;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.Visitor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/** Who takes part in the tests of an administrator's reset. */
final class Cast {
    static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Visitor VISITOR = new Visitor(UUID.randomUUID(), Language.EN, "203.0.113.8");
    static final Person HELEN = new Person(UUID.randomUUID(), "Helen", "helen@contoso.example", VISITOR.ipAddress());
    static final Tenant CONTOSO = TestDirectory.tenant(TestDirectory.policy().build());

    private Cast() {}

    static AdminReset reset(Account account, boolean mustChange) {
        return new AdminReset(CONTOSO, account, HELEN, mustChange, VISITOR);
    }

    /** Helen, who is signed in. */
    static Caller helen(String... roles) {
        return new Caller(TestDirectory.TENANT, HELEN, Set.of(roles), true, UUID.randomUUID());
    }

    static Caller globalAdministrator() {
        return helen(Role.GLOBAL_ADMINISTRATOR);
    }
}
