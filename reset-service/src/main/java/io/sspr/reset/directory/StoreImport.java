package io.sspr.reset.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.ForbiddenException;
import io.sspr.contract.Message;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.outbox.Outbox;
import io.sspr.reset.agent.AgentKey;
import io.sspr.reset.agent.PublicKeys;
import io.sspr.reset.agent.RegisterAgent;
import io.sspr.reset.directory.ImportDocument.AccountRow;
import io.sspr.reset.directory.ImportDocument.AgentRow;
import io.sspr.reset.directory.ImportDocument.GroupRow;
import io.sspr.reset.directory.ImportDocument.TenantRow;
import io.sspr.reset.policy.ChangePolicy;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.signin.SetupToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Stores an import in which {@link CheckImport} found nothing, in one transaction. */
@ApplicationScoped
class StoreImport {
    private final Tenants tenants;
    private final Groups groups;
    private final Accounts accounts;
    private final RegisterAgent registerAgent;
    private final ChangePolicy changePolicy;
    private final SetupToken setupToken;
    private final Outbox outbox;
    private final Event<TenantImported> imported;
    private final Clock clock;

    StoreImport(
            Tenants tenants,
            Groups groups,
            Accounts accounts,
            RegisterAgent registerAgent,
            ChangePolicy changePolicy,
            SetupToken setupToken,
            Outbox outbox,
            Event<TenantImported> imported,
            Clock clock) {
        this.tenants = tenants;
        this.groups = groups;
        this.accounts = accounts;
        this.registerAgent = registerAgent;
        this.changePolicy = changePolicy;
        this.setupToken = setupToken;
        this.outbox = outbox;
        this.imported = imported;
        this.clock = clock;
    }

    @Transactional
    boolean isKnown(String tenant) {
        return tenants.findByIdOptional(tenant).isPresent();
    }

    /**
     * @param hashes of first passwords, by user principal name in lower case
     * @return what only what is stored already forbids; then nothing is stored
     * @throws ForbiddenException if the tenant to be set up is there already, or somebody else has used the token up
     */
    @Transactional
    List<Fault> store(ImportDocument document, Map<String, String> hashes, Importer by) {
        TenantRow row = document.tenant();
        Optional<Tenant> known = tenants.findByIdOptional(row.id());
        if (by.setsUp() && known.isPresent()) {
            throw new ForbiddenException();
        }
        List<AccountRow> accountRows = orEmpty(document.accounts());
        List<GroupRow> groupRows = orEmpty(document.groups());
        List<Fault> conflicts = conflicts(row, accountRows, by);
        if (!conflicts.isEmpty()) {
            return conflicts;
        }
        Tenant tenant = store(row, known.orElseGet(() -> new Tenant(row.id())), accountRows);
        agentKeys(row).ifPresent(keys -> registerAgent.imported(tenant.id, keys, by.setsUp() ? null : by.person()));
        groupRows.forEach(group -> groups.store(tenant.id, group.id(), group.displayName(), orEmpty(group.licences())));
        groupRows.forEach(group -> groups.nest(tenant.id, group.id(), orEmpty(group.memberGroups())));
        accountRows.forEach(account -> store(tenant, account, hashes.get(ImportDirectory.name(account))));
        // After groups and licences, on which settings may depend.
        List<Fault> ofPolicy = known.isPresent() && row.policy() != null ? changePolicy(row, by) : List.of();
        if (!ofPolicy.isEmpty()) {
            QuarkusTransaction.setRollbackOnly();
            return ofPolicy;
        }
        if (by.setsUp()) {
            setupToken.used(by.setupToken());
        }
        outbox.add(new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                "/reset-service",
                tenant.id,
                tenant.id,
                UUID.randomUUID(),
                new DirectoryImported(by.person(), groupRows.size(), accountRows.size())));
        imported.fire(new TenantImported(tenant.id));
        return List.of();
    }

    private List<Fault> conflicts(TenantRow row, List<AccountRow> accountRows, Importer by) {
        List<Fault> faults = new ArrayList<>(foreignNames(row, accountRows));
        agentKeys(row)
                .map(keys -> registerAgent.conflicts(row.id(), AgentKey.IMPORTED, keys, "tenant.agent."))
                .ifPresent(faults::addAll);
        if (row.agent() != null && !by.setsUp() && !isVouchedForByCloud(by)) {
            faults.add(new Fault("tenant.agent", "import.agentNotAllowed"));
        }
        return faults;
    }

    /** As for a token by which an agent is let in. Source: R-WB-20. */
    private boolean isVouchedForByCloud(Importer by) {
        return accounts.findById(by.administrator().accountId()).kind().isHeldInCloud();
    }

    /** Domains and names that another tenant has already: an account keeps its name when its tenant gives up the domain. */
    private List<Fault> foreignNames(TenantRow row, List<AccountRow> accountRows) {
        List<Fault> faults = new ArrayList<>();
        for (String domain : row.domains()) {
            tenants.ofDomain(domain)
                    .filter(owner -> !owner.id.equals(row.id()))
                    .ifPresent(owner -> faults.add(new Fault("tenant.domains", "import.takenDomain")));
        }
        Set<String> foreign = accounts.ofOtherTenants(
                row.id(), accountRows.stream().map(ImportDirectory::name).toList());
        IntStream.range(0, accountRows.size())
                .filter(i -> foreign.contains(ImportDirectory.name(accountRows.get(i))))
                .mapToObj(i -> new Fault("accounts[" + i + "].userPrincipalName", "import.takenName"))
                .forEach(faults::add);
        return faults;
    }

    /** Source: R-CFG-27, R-LIC-04. */
    private List<Fault> changePolicy(TenantRow row, Importer by) {
        try {
            return changePolicy.replace(row.id(), row.policy(), by.person()).faults().stream()
                    .map(fault -> new Fault("tenant.policy." + fault.where(), fault.text()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings that were read cannot be written", e);
        }
    }

    private static Optional<PublicKeys> agentKeys(TenantRow row) {
        AgentRow agent = row.agent();
        return Optional.ofNullable(agent).map(keys -> PublicKeys.of(keys.encryptionKey(), keys.signingKey()));
    }

    private Tenant store(TenantRow row, Tenant tenant, List<AccountRow> accountRows) {
        tenant.displayName = row.displayName();
        tenant.policy = Optional.ofNullable(tenant.policy)
                .or(() -> Optional.ofNullable(row.policy()))
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

    private void store(Tenant tenant, AccountRow row, String firstHash) {
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
                .map(StoreImport::normalised)
                .toList();
        account.preferredLanguage = row.preferredLanguage();
        account.usageLocation = row.usageLocation();
        account.roles = List.copyOf(orEmpty(row.roles()));
        account.licences = orEmpty(row.licences()).stream().map(Enum::name).toList();
        boolean takesPassword = firstHash != null && account.passwordHash == null;
        if (takesPassword) {
            account.passwordHash = firstHash;
            account.passwordWasSet(clock.instant());
        }
        account.passwordNeverExpires =
                Optional.ofNullable(row.passwordNeverExpires()).orElse(false);
        // It is about the password of this document, not about one that the user has chosen since.
        if (Boolean.TRUE.equals(row.mustChangePassword()) && (takesPassword || row.password() == null)) {
            account.requirePasswordChange();
        }
        accounts.persist(account);
        accounts.flush();
        groups.enrol(account, orEmpty(row.groups()));
    }

    private static <T> List<T> orEmpty(List<T> rows) {
        return rows == null ? List.of() : rows;
    }

    private static <T> Set<T> orEmpty(Set<T> values) {
        return values == null ? Set.of() : values;
    }
}
