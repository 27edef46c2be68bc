package io.sspr.reset.directory;

import io.sspr.reset.agent.PublicKeys;
import io.sspr.reset.directory.ImportDocument.AccountRow;
import io.sspr.reset.directory.ImportDocument.GroupRow;
import io.sspr.reset.directory.ImportDocument.TenantRow;
import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.PhoneNumber;
import io.sspr.reset.policy.CheckPolicy;
import io.sspr.reset.problem.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds everything that is wrong with an import, row by row, before anything is stored. One instance per document. */
final class CheckImport {
    private static final Pattern TENANT_ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9'._!#^~-]{1,64}(?<!\\.)@[A-Za-z0-9.-]{1,48}");
    private static final Pattern PROXY_ADDRESS = Pattern.compile("(?i:smtp):[^@\\s]+@[^@\\s]+");
    private static final Set<String> LANGUAGES = Set.of("ja", "en");
    private static final int ANCHOR_BYTES = 16;
    /** Characters: what has a name gets into facts, and into indexes. */
    private static final int LONGEST_TEXT = 256;

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private final ImportDocument document;
    private final List<Fault> errors = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<String> domains = new HashSet<>();

    CheckImport(ImportDocument document) {
        this.document = document;
        checkTenant(document.tenant());
        checkGroups();
        checkAccounts();
    }

    /** What forbids the import; empty if nothing does. */
    List<Fault> errors() {
        return errors;
    }

    /** What an administrator should mend, though it can be stored: contact data that will not serve as a method. */
    List<Fault> warnings() {
        return warnings;
    }

    private void checkTenant(TenantRow tenant) {
        if (tenant == null) {
            error("tenant", "import.missing");
            return;
        }
        require(tenant.id() != null && TENANT_ID.matcher(tenant.id()).matches(), "tenant.id", "import.tenantId");
        requireName(tenant.displayName(), "tenant.displayName");
        require(tenant.domains() != null && !tenant.domains().isEmpty(), "tenant.domains", "import.noDomain");
        for (String domain : orEmpty(tenant.domains())) {
            String lower = domain.toLowerCase(Locale.ROOT);
            require(domains.add(lower), "tenant.domains", "import.twice");
            require(DOMAIN.matcher(lower).matches() && lower.length() <= 48, "tenant.domains", "import.domain");
        }
        require(
                tenant.syncedKind() == null || tenant.syncedKind().isManagedOnPremises(),
                "tenant.syncedKind",
                "import.syncedKind");
        require(
                tenant.trialStartedOn() == null || isOfOurTime(tenant.trialStartedOn()),
                "tenant.trialStartedOn",
                "import.day");
        if (tenant.policy() != null) {
            CheckPolicy.faults(tenant.policy()).forEach(fault -> error("tenant.policy." + fault.where(), fault.text()));
        }
        if (tenant.agent() != null) {
            errors.addAll(PublicKeys.faults(
                    tenant.agent().encryptionKey(), tenant.agent().signingKey(), "tenant.agent."));
        }
    }

    private void checkGroups() {
        List<GroupRow> rows = orEmpty(document.groups());
        for (int i = 0; i < rows.size(); i++) {
            GroupRow group = rows.get(i);
            String where = "groups[" + i + "]";
            requireName(group.id(), where + ".id");
            requireName(group.displayName(), where + ".displayName");
            require(groups.add(String.valueOf(group.id())), where + ".id", "import.twice");
        }
        for (int i = 0; i < rows.size(); i++) {
            for (String member : orEmpty(rows.get(i).memberGroups())) {
                require(groups.contains(member), "groups[" + i + "].memberGroups", "import.group");
            }
        }
    }

    private void checkAccounts() {
        Set<String> names = new HashSet<>();
        Set<String> anchors = new HashSet<>();
        List<AccountRow> rows = orEmpty(document.accounts());
        for (int i = 0; i < rows.size(); i++) {
            AccountRow account = rows.get(i);
            String where = "accounts[" + i + "]";
            checkName(account.userPrincipalName(), names, where + ".userPrincipalName");
            if (account.kind() == null) {
                error(where + ".kind", "import.kind");
            } else {
                checkPasswordHome(account, anchors, where);
            }
            require(
                    account.preferredLanguage() == null || LANGUAGES.contains(account.preferredLanguage()),
                    where + ".preferredLanguage",
                    "import.language");
            for (String group : orEmpty(account.groups())) {
                require(groups.contains(group), where + ".groups", "import.group");
            }
            checkTexts(account, where);
            checkContactData(account, where);
        }
    }

    private void checkTexts(AccountRow account, String where) {
        requireShort(account.displayName(), where + ".displayName");
        requireShort(account.givenName(), where + ".givenName");
        requireShort(account.surname(), where + ".surname");
        requireShort(account.usageLocation(), where + ".usageLocation");
        requireShort(account.mail(), where + ".mail");
        requireShort(account.alternateEmail(), where + ".alternateEmail");
        requireShort(account.authenticationEmail(), where + ".authenticationEmail");
        requireShort(account.mobilePhone(), where + ".mobilePhone");
        requireShort(account.authenticationPhone(), where + ".authenticationPhone");
        requireShort(account.officePhone(), where + ".officePhone");
        orEmpty(account.roles()).forEach(role -> requireShort(role, where + ".roles"));
        orEmpty(account.proxyAddresses()).forEach(proxy -> requireShort(proxy, where + ".proxyAddresses"));
    }

    private void checkName(String name, Set<String> names, String where) {
        if (name == null || !USER_NAME.matcher(name).matches()) {
            error(where, "import.name");
            return;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        require(names.add(lower), where, "import.twice");
        require(domains.contains(lower.substring(lower.indexOf('@') + 1)), where, "import.foreignDomain");
    }

    private void checkPasswordHome(AccountRow account, Set<String> anchors, String where) {
        if (account.kind().isManagedOnPremises()) {
            require(isAnchor(account.cloudAnchor()), where + ".cloudAnchor", "import.anchor");
            require(
                    account.cloudAnchor() == null || anchors.add(account.cloudAnchor()),
                    where + ".cloudAnchor",
                    "import.twice");
        } else {
            require(account.cloudAnchor() == null, where + ".cloudAnchor", "import.noAnchor");
        }
        require(
                account.password() == null || account.kind().isHeldInCloud(),
                where + ".password",
                "import.passwordElsewhere");
    }

    private void checkContactData(AccountRow account, String where) {
        warnUnlessPhone(account.mobilePhone(), where + ".mobilePhone");
        warnUnlessPhone(account.authenticationPhone(), where + ".authenticationPhone");
        warnUnlessPhone(account.officePhone(), where + ".officePhone");
        for (String proxy : orEmpty(account.proxyAddresses())) {
            require(PROXY_ADDRESS.matcher(proxy).matches(), where + ".proxyAddresses", "import.proxyAddress");
        }
        warnUnlessMail(account.mail(), where + ".mail");
        warnUnlessMail(account.alternateEmail(), where + ".alternateEmail");
        warnUnlessMail(account.authenticationEmail(), where + ".authenticationEmail");
    }

    private void warnUnlessPhone(String phone, String where) {
        if (isFilled(phone) && PhoneNumber.parse(phone).isEmpty()) {
            warnings.add(new Fault(where, "import.phone"));
        }
    }

    private void warnUnlessMail(String mail, String where) {
        if (isFilled(mail) && MailAddress.parse(mail).isEmpty()) {
            warnings.add(new Fault(where, "import.mail"));
        }
    }

    private void requireName(String name, String where) {
        require(isFilled(name), where, "import.missing");
        requireShort(name, where);
    }

    private void requireShort(String text, String where) {
        require(text == null || text.length() <= LONGEST_TEXT, where, "import.tooLong");
    }

    private void require(boolean holds, String where, String what) {
        if (!holds) {
            error(where, what);
        }
    }

    private void error(String where, String what) {
        errors.add(new Fault(where, what));
    }

    private static boolean isAnchor(String anchor) {
        try {
            return anchor != null && Base64.getDecoder().decode(anchor).length == ANCHOR_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isOfOurTime(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static boolean isFilled(String text) {
        return text != null && !text.isBlank();
    }

    private static <T> List<T> orEmpty(List<T> rows) {
        return rows == null ? List.of() : rows;
    }

    private static <T> Set<T> orEmpty(Set<T> values) {
        return values == null ? Set.of() : values;
    }
}
