package io.sspr.reset.directory;

import io.sspr.reset.gate.Method;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.policy.TenantPolicy.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tenants, accounts and groups for tests, as an import would have made them. */
public final class TestDirectory {
    public static final String TENANT = "contoso";
    public static final String PHONE = "+1 4251234567";
    public static final String MAIL = "alice@private.example";

    private TestDirectory() {}

    /** A policy that lets everybody reset with one gate; change what the test is about. */
    public static PolicyBuilder policy() {
        return new PolicyBuilder();
    }

    public static Tenant tenant(TenantPolicy policy) {
        Tenant tenant = new Tenant(TENANT);
        tenant.displayName = "Contoso";
        tenant.policy = policy;
        return tenant;
    }

    /** A tenant that does not pay, and so cannot call. */
    public static Tenant tenantOnTrial(TenantPolicy policy) {
        Tenant tenant = tenant(policy);
        tenant.plan = Tenant.Plan.TRIAL;
        return tenant;
    }

    /** An enabled, cloud-only account without roles, licences and contact data. */
    public static AccountBuilder account() {
        return new AccountBuilder();
    }

    /** A search that always finds this. */
    public static FindAccount finds(FindAccount.Found found) {
        return new FindAccount(null) {
            @Override
            public FindAccount.Found find(Tenant tenant, String name) {
                return found;
            }
        };
    }

    /** Groups of which an account is in all or in none, and which hand on {@code licences}. */
    public static Groups groups(boolean exist, boolean member, Licence... licences) {
        return new TestGroups(exist, member, List.of(licences));
    }

    public static final class PolicyBuilder {
        private Scope scope = Scope.ALL;
        private String group;
        private int required = 1;
        private Set<Method> methods = Set.of(Method.EMAIL, Method.MOBILE_PHONE);
        private boolean allowedToUseSspr = true;
        private boolean writeback = true;
        private boolean unlock;

        public PolicyBuilder scope(Scope value) {
            scope = value;
            return this;
        }

        public PolicyBuilder group(String value) {
            group = value;
            return this;
        }

        public PolicyBuilder methods(int number, Method... enabled) {
            required = number;
            methods = Set.of(enabled);
            return this;
        }

        public PolicyBuilder administratorsMayNotReset() {
            allowedToUseSspr = false;
            return this;
        }

        public PolicyBuilder unlockAllowed() {
            unlock = true;
            return this;
        }

        public PolicyBuilder writebackOff() {
            writeback = false;
            return this;
        }

        public TenantPolicy build() {
            return new TenantPolicy(
                    scope,
                    group,
                    required,
                    methods,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    writeback,
                    unlock,
                    null,
                    allowedToUseSspr,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    public static final class AccountBuilder {
        private final Account account = new Account(UUID.randomUUID());

        private AccountBuilder() {
            account.tenantId = TENANT;
            account.userPrincipalName = "alice@contoso.example";
            account.displayName = "Alice";
            account.kind = AccountKind.CLOUD_ONLY;
            account.enabled = true;
        }

        public AccountBuilder kind(AccountKind value) {
            account.kind = value;
            return this;
        }

        public AccountBuilder roles(String... names) {
            account.roles = List.of(names);
            return this;
        }

        public AccountBuilder licences(Licence... values) {
            account.licences = Stream.of(values).map(Enum::name).toList();
            return this;
        }

        public AccountBuilder mail(String value) {
            account.mail = value;
            return this;
        }

        public AccountBuilder alternateEmail(String value) {
            account.alternateEmail = value;
            return this;
        }

        public AccountBuilder authenticationEmail(String value) {
            account.authenticationEmail = value;
            return this;
        }

        public AccountBuilder mobilePhone(String value) {
            account.mobilePhone = value;
            return this;
        }

        public AccountBuilder authenticationPhone(String value) {
            account.authenticationPhone = value;
            return this;
        }

        public AccountBuilder officePhone(String value) {
            account.officePhone = value;
            return this;
        }

        public AccountBuilder named(String userPrincipalName) {
            account.userPrincipalName = userPrincipalName;
            return this;
        }

        public AccountBuilder person(String givenName, String surname) {
            account.givenName = givenName;
            account.surname = surname;
            return this;
        }

        public AccountBuilder disabled() {
            account.enabled = false;
            return this;
        }

        public AccountBuilder removed() {
            account.removedAt = Instant.parse("2026-11-01T00:00:00Z");
            return this;
        }

        public AccountBuilder guest() {
            account.guest = true;
            return this;
        }

        public AccountBuilder preferredLanguage(String value) {
            account.preferredLanguage = value;
            return this;
        }

        public Account build() {
            return account;
        }
    }
}
