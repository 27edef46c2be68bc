package io.sspr.reset.directory;

import io.quarkus.security.ForbiddenException;
import io.sspr.reset.directory.ImportDocument.AccountRow;
import io.sspr.reset.directory.ImportDocument.TenantRow;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.policy.ChangePolicy;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.signin.AdministratorNotLicensedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Imports a tenant with its policy, groups and accounts: all of it, or nothing if a single row is wrong. An import gives first passwords only: one that
 * is there stays, be it mastered on-premises, where only writeback replaces it, or in the cloud, where whoever replaces it has to prove who they are, or
 * answer for it as an administrator. Source: R-WB-44, R-UI-06, R-CFG-27.
 */
@ApplicationScoped
class ImportDirectory {
    private static final String POLICY = "tenant.policy.";

    private final Accounts accounts;
    private final StoreImport storeImport;
    private final PasswordHash passwordHash;
    private final ChangePolicy changePolicy;

    ImportDirectory(Accounts accounts, StoreImport storeImport, PasswordHash passwordHash, ChangePolicy changePolicy) {
        this.accounts = accounts;
        this.storeImport = storeImport;
        this.passwordHash = passwordHash;
        this.changePolicy = changePolicy;
    }

    /**
     * What came of an import.
     *
     * @param errors why nothing was stored; empty if all was
     */
    record Result(List<Fault> errors, List<Fault> warnings, int groupCount, int accountCount) {}

    /**
     * @throws AdministratorNotLicensedException if the document changes settings, or agents, and the administrator holds no licence
     * @throws ForbiddenException if the tenant to be set up is there already
     */
    Result run(ImportDocument document, Importer by) {
        refuse(document.tenant(), by);
        CheckImport check = new CheckImport(document);
        if (!check.errors().isEmpty()) {
            return refused(document, check.errors(), check.warnings(), by);
        }
        List<AccountRow> rows = document.accounts() == null ? List.of() : document.accounts();
        Set<String> withPassword =
                accounts.withPassword(rows.stream().map(ImportDirectory::name).toList());
        // That takes its time, during which nothing should be locked.
        Map<String, String> hashes = firstPasswords(rows, withPassword);
        List<Fault> errors = storeImport.store(document, hashes, by);
        List<Fault> warnings = new ArrayList<>(check.warnings());
        warnings.addAll(keptPasswords(rows, withPassword));
        return errors.isEmpty()
                ? new Result(List.of(), warnings, count(document.groups()), rows.size())
                : refused(document, errors, warnings, by);
    }

    private void refuse(TenantRow tenant, Importer by) {
        if (tenant == null) {
            return;
        }
        if (by.setsUp() && tenant.id() != null && storeImport.isKnown(tenant.id())) {
            throw new ForbiddenException();
        }
        boolean isAboutReset = tenant.policy() != null || tenant.agent() != null;
        if (isAboutReset && !by.setsUp() && !by.administrator().licensed()) {
            throw new AdministratorNotLicensedException();
        }
    }

    private Result refused(ImportDocument document, List<Fault> errors, List<Fault> warnings, Importer by) {
        List<Fault> ofPolicy = errors.stream()
                .filter(fault -> fault.where().startsWith(POLICY))
                .map(fault -> new Fault(fault.where().substring(POLICY.length()), fault.text()))
                .toList();
        if (!by.setsUp() && !ofPolicy.isEmpty()) {
            changePolicy.refused(document.tenant().id(), ofPolicy, by.person());
        }
        return new Result(errors, warnings, 0, 0);
    }

    /** By user principal name in lower case. */
    private Map<String, String> firstPasswords(List<AccountRow> rows, Set<String> withPassword) {
        Map<String, String> hashes = new HashMap<>();
        rows.stream()
                .filter(row -> row.password() != null && !withPassword.contains(name(row)))
                .forEach(row -> hashes.put(name(row), passwordHash.of(row.password())));
        return hashes;
    }

    private static List<Fault> keptPasswords(List<AccountRow> rows, Set<String> withPassword) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).password() != null && withPassword.contains(name(rows.get(i))))
                .mapToObj(i -> new Fault("accounts[" + i + "].password", "import.passwordKept"))
                .toList();
    }

    static String name(AccountRow row) {
        return row.userPrincipalName().toLowerCase(Locale.ROOT);
    }

    private static int count(List<?> rows) {
        return rows == null ? 0 : rows.size();
    }
}
