package io.sspr.reset.directory;

import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.outbox.Outbox;
import io.sspr.reset.agent.AgentKey;
import io.sspr.reset.agent.PublicKeys;
import io.sspr.reset.agent.RegisterAgent;
import io.sspr.reset.directory.ImportDocument.AccountRow;
import io.sspr.reset.directory.ImportDocument.GroupRow;
import io.sspr.reset.directory.ImportDocument.TenantRow;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Stores a tenant with its policy, groups and accounts: all of it, or nothing if a single row is wrong. */
@ApplicationScoped
class ImportDirectory {
    private final Tenants tenants;
    private final Groups groups;
    private final Accounts accounts;
    private final RegisterAgent registerAgent;
    private final PasswordHash passwordHash;
    private final Outbox outbox;
    private final Event<TenantImported> imported;
    private final Clock clock;

    ImportDirectory(
            Tenants tenants,
            Groups groups,
            Accounts accounts,
            RegisterAgent registerAgent,
            PasswordHash passwordHash,
            Outbox outbox,
            Event<TenantImported> imported,
            Clock clock) {
        this.tenants = tenants;
        this.groups = groups;
        this.accounts = accounts;
        this.registerAgent = registerAgent;
        this.passwordHash = passwordHash;
        this.outbox = outbox;
        this.imported = imported;
        this.clock = clock;
    }

    /**
     * What came of an import.
     *
     * @param errors why nothing was stored; empty if all was
     */
    record Result(List<Fault> errors, List<Fault> warnings, int groupCount, int accountCount) {}

    boolean isKnown(String tenant) {
        return tenants.findByIdOptional(tenant).isPresent();
    }

    /** @param by the administrator who imports; unknown at first set-up */
    @Transactional
    Result run(ImportDocument document, Person by) {
        CheckImport check = new CheckImport(document);
        List<Fault> errors = new ArrayList<>(check.errors());
        if (errors.isEmpty()) {
            errors.addAll(foreignNames(document));
            agentKeys(document.tenant())
                    .map(keys ->
                            registerAgent.conflicts(document.tenant().id(), AgentKey.IMPORTED, keys, "tenant.agent."))
                    .ifPresent(errors::addAll);
        }
        if (!errors.isEmpty()) {
            return new Result(errors, check.warnings(), 0, 0);
        }
        List<AccountRow> accountRows = orEmpty(document.accounts());
        Tenant tenant = store(document.tenant(), accountRows);
        agentKeys(document.tenant()).ifPresent(keys -> registerAgent.imported(tenant.id, keys));
        List<Fault> warnings = new ArrayList<>(check.warnings());
        warnings.addAll(keptPasswords(accountRows));
        List<GroupRow> groupRows = orEmpty(document.groups());
        groupRows.forEach(group -> groups.store(tenant.id, group.id(), group.displayName(), orEmpty(group.licences())));
        groupRows.forEach(group -> groups.nest(tenant.id, group.id(), orEmpty(group.memberGroups())));
        accountRows.forEach(row -> store(tenant, row));
        outbox.add(new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                "/reset-service",
                tenant.id,
                tenant.id,
                UUID.randomUUID(),
                new DirectoryImported(by, groupRows.size(), accountRows.size())));
        imported.fire(new TenantImported(tenant.id));
        return new Result(List.of(), warnings, groupRows.size(), accountRows.size());
    }

    /** Domains and names that another tenant has already. */
    private List<Fault> foreignNames(ImportDocument document) {
        List<Fault> errors = new ArrayList<>();
        String tenant = document.tenant().id();
        for (String domain : document.tenant().domains()) {
            tenants.ofDomain(domain)
                    .filter(owner -> !owner.id.equals(tenant))
                    .ifPresent(owner -> errors.add(new Fault("tenant.domains", "import.takenDomain")));
        }
        return errors;
    }

    private static Optional<PublicKeys> agentKeys(TenantRow row) {
        return Optional.ofNullable(row.agent()).map(agent -> PublicKeys.of(agent.encryptionKey(), agent.signingKey()));
    }

    private Tenant store(TenantRow row, List<AccountRow> accountRows) {
        Tenant tenant = tenants.findByIdOptional(row.id()).orElseGet(() -> new Tenant(row.id()));
        tenant.displayName = row.displayName();
        tenant.policy = Optional.ofNullable(row.policy())
                .or(() -> Optional.ofNullable(tenant.policy))
                .orElse(TenantPolicy.DEFAULT);
        tenant.plan = Optional.ofNullable(row.plan()).orElse(Tenant.Plan.PAID);
        tenant.trialStartedOn = row.trialStartedOn();
        tenant.customDomain = Optional.ofNullable(row.customDomain()).orElse(true);
        tenant.syncedKind = Optional.ofNullable(row.syncedKind()).orElse(tenant.syncedKind);
        tenant.directorySync = tenant.directorySync || isSynchronised(accountRows);
        tenants.store(tenant, row.domains());
        return tenant;
    }

    /** As it is looked up: the prefix as it is, the address in lower case. */
    private static String normalised(String proxyAddress) {
        int colon = proxyAddress.indexOf(':');
        String prefix = proxyAddress.startsWith("SMTP") ? "SMTP" : "smtp";
        return prefix + proxyAddress.substring(colon).toLowerCase(Locale.ROOT);
    }

    /** Source: R-ADM-06. */
    private static boolean isSynchronised(List<AccountRow> rows) {
        return rows.stream().anyMatch(row -> row.kind().isManagedOnPremises());
    }

    private void store(Tenant tenant, AccountRow row) {
        Account account = accounts.named(row.userPrincipalName()).orElseGet(() -> new Account(UUID.randomUUID()));
        account.tenantId = tenant.id;
        account.userPrincipalName = row.userPrincipalName();
        account.displayName = row.displayName();
        account.givenName = row.givenName();
        account.surname = row.surname();
        account.kind = row.kind();
        account.cloudAnchor = row.cloudAnchor();
        account.enabled = Optional.ofNullable(row.enabled()).orElse(true);
        account.guest = Optional.ofNullable(row.guest()).orElse(false);
        account.mail = row.mail();
        account.alternateEmail = row.alternateEmail();
        // What users registered themselves is theirs: only a document that names it replaces it.
        account.authenticationEmail =
                Optional.ofNullable(row.authenticationEmail()).orElse(account.authenticationEmail);
        account.mobilePhone = row.mobilePhone();
        account.authenticationPhone =
                Optional.ofNullable(row.authenticationPhone()).orElse(account.authenticationPhone);
        account.officePhone = row.officePhone();
        account.proxyAddresses = orEmpty(row.proxyAddresses()).stream()
                .map(ImportDirectory::normalised)
                .toList();
        account.preferredLanguage = row.preferredLanguage();
        account.usageLocation = row.usageLocation();
        account.roles = List.copyOf(orEmpty(row.roles()));
        account.licences = orEmpty(row.licences()).stream().map(Enum::name).toList();
        if (row.password() != null && mayTakePassword(account)) {
            account.passwordHash = passwordHash.of(row.password());
            account.passwordWasSet(clock.instant());
        }
        account.passwordNeverExpires =
                Optional.ofNullable(row.passwordNeverExpires()).orElse(false);
        if (Boolean.TRUE.equals(row.mustChangePassword())) {
            account.requirePasswordChange();
        }
        accounts.persist(account);
        accounts.flush();
        groups.enrol(account, orEmpty(row.groups()));
    }

    /**
     * An import gives a first password to those whose hash the cloud holds. From then on one that is mastered on-premises comes from there only, by
     * writeback: a repeated import leaves it as it is. Source: R-WB-44.
     */
    private static boolean mayTakePassword(Account account) {
        return !account.kind.isManagedOnPremises() || account.passwordHash == null;
    }

    private List<Fault> keptPasswords(List<AccountRow> rows) {
        return IntStream.range(0, rows.size())
                .filter(i ->
                        rows.get(i).password() != null && rows.get(i).kind().isManagedOnPremises())
                .filter(i -> accounts.named(rows.get(i).userPrincipalName())
                        .flatMap(Account::passwordHash)
                        .isPresent())
                .mapToObj(i -> new Fault("accounts[" + i + "].password", "import.passwordKept"))
                .toList();
    }

    private static <T> List<T> orEmpty(List<T> rows) {
        return rows == null ? List.of() : rows;
    }

    private static <T> Set<T> orEmpty(Set<T> values) {
        return values == null ? Set.of() : values;
    }
}
