package io.sspr.reset.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.reset.directory.ImportDocument.AccountRow;
import io.sspr.reset.directory.ImportDocument.AgentRow;
import io.sspr.reset.directory.ImportDocument.GroupRow;
import io.sspr.reset.directory.ImportDocument.PolicyRow;
import io.sspr.reset.directory.ImportDocument.TenantRow;
import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.PhoneNumber;
import io.sspr.reset.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** Finds everything that is wrong with an import, row by row, before anything is stored. One instance per document. */
final class CheckImport {
    private static final Pattern TENANT_ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DOMAIN = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9'._!#^~-]{1,64}(?<!\\.)@[A-Za-z0-9.-]{1,48}");
    private static final Set<String> LANGUAGES = Set.of("ja", "en");
    private static final int ANCHOR_BYTES = 16;
    private static final int RSA_BITS = 2048;

    private final ImportDocument document;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> warnings = new ArrayList<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<String> domains = new HashSet<>();

    CheckImport(ImportDocument document) {
        this.document = document;
        checkTenant(document.tenant());
        checkGroups();
        checkAccounts();
    }

    /** What forbids the import; empty if nothing does. */
    List<FieldError> errors() {
        return errors;
    }

    /** What an administrator should mend, though it can be stored: contact data that will not serve as a method. */
    List<FieldError> warnings() {
        return warnings;
    }

    private void checkTenant(TenantRow tenant) {
        if (tenant == null) {
            error("tenant", "is missing");
            return;
        }
        require(tenant.id() != null && TENANT_ID.matcher(tenant.id()).matches(), "tenant.id", "1 to 63 of a-z, 0-9 and inner hyphens");
        require(isFilled(tenant.displayName()), "tenant.displayName", "is missing");
        require(tenant.domains() != null && !tenant.domains().isEmpty(), "tenant.domains", "at least one domain");
        for (String domain : orEmpty(tenant.domains())) {
            String lower = domain.toLowerCase(Locale.ROOT);
            domains.add(lower);
            require(DOMAIN.matcher(lower).matches() && lower.length() <= 48, "tenant.domains", "'" + lower + "' is no domain name of at most 48 characters");
        }
        if (tenant.policy() != null) {
            checkPolicy(tenant.policy());
        }
        if (tenant.agent() != null) {
            checkAgent(tenant.agent());
        }
    }

    private void checkPolicy(PolicyRow policy) {
        Integer required = policy.methodsRequired();
        require(required == null || required == 1 || required == 2, "tenant.policy.methodsRequired", "1 or 2");
        require(
                policy.methodsEnabled() == null || !policy.methodsEnabled().isEmpty(),
                "tenant.policy.methodsEnabled",
                "at least one method");
    }

    private void checkAgent(AgentRow agent) {
        require(
                parse(agent.encryptionKey()) instanceof RsaJsonWebKey rsa
                        && rsa.getRsaPublicKey().getModulus().bitLength() >= RSA_BITS
                        && rsa.getPrivateKey() == null
                        && rsa.getKeyId() != null,
                "tenant.agent.encryptionKey",
                "a public RSA JWK of at least 2048 bits with a kid, without its private part");
        require(
                parse(agent.signingKey()) instanceof EllipticCurveJsonWebKey ec
                        && "P-256".equals(ec.getCurveName())
                        && ec.getPrivateKey() == null
                        && ec.getKeyId() != null,
                "tenant.agent.signingKey",
                "a public EC JWK on P-256 with a kid, without its private part");
    }

    private void checkGroups() {
        List<GroupRow> rows = orEmpty(document.groups());
        for (int i = 0; i < rows.size(); i++) {
            GroupRow group = rows.get(i);
            String where = "groups[" + i + "]";
            require(isFilled(group.id()), where + ".id", "is missing");
            require(isFilled(group.displayName()), where + ".displayName", "is missing");
            require(groups.add(String.valueOf(group.id())), where + ".id", "occurs twice");
        }
        for (int i = 0; i < rows.size(); i++) {
            for (String member : orEmpty(rows.get(i).memberGroups())) {
                require(groups.contains(member), "groups[" + i + "].memberGroups", "no group of this document has the id '" + member + "'");
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
                error(where + ".kind", "one of CLOUD_ONLY, PASSWORD_HASH_SYNC, PASS_THROUGH, FEDERATED");
            } else {
                checkPasswordHome(account, anchors, where);
            }
            require(
                    account.preferredLanguage() == null || LANGUAGES.contains(account.preferredLanguage()),
                    where + ".preferredLanguage",
                    "ja or en");
            for (String group : orEmpty(account.groups())) {
                require(groups.contains(group), where + ".groups", "no group of this document has the id '" + group + "'");
            }
            checkContactData(account, where);
        }
    }

    private void checkName(String name, Set<String> names, String where) {
        if (name == null || !USER_NAME.matcher(name).matches()) {
            error(where, "at most 64 of A-Z a-z 0-9 ' . - _ ! # ^ ~ before the @, no dot right before it, at most 48 after it");
            return;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        require(names.add(lower), where, "occurs twice");
        require(domains.contains(lower.substring(lower.indexOf('@') + 1)), where, "its domain is none of tenant.domains");
    }

    private void checkPasswordHome(AccountRow account, Set<String> anchors, String where) {
        if (account.kind().isManagedOnPremises()) {
            require(isAnchor(account.cloudAnchor()), where + ".cloudAnchor", "base64 of the 16 bytes of the on-premises object's id");
            require(account.cloudAnchor() == null || anchors.add(account.cloudAnchor()), where + ".cloudAnchor", "occurs twice");
        } else {
            require(account.cloudAnchor() == null, where + ".cloudAnchor", "a cloud-only account has none");
        }
        require(
                account.password() == null || account.kind().isHeldInCloud(),
                where + ".password",
                "the cloud does not hold the password of a " + account.kind() + " account");
    }

    private void checkContactData(AccountRow account, String where) {
        warnUnlessPhone(account.mobilePhone(), where + ".mobilePhone");
        warnUnlessPhone(account.authenticationPhone(), where + ".authenticationPhone");
        warnUnlessMail(account.mail(), where + ".mail");
        warnUnlessMail(account.alternateEmail(), where + ".alternateEmail");
        warnUnlessMail(account.authenticationEmail(), where + ".authenticationEmail");
    }

    private void warnUnlessPhone(String phone, String where) {
        if (isFilled(phone) && PhoneNumber.parse(phone).isEmpty()) {
            warnings.add(new FieldError(where, "cannot be used: write it as +CC NUMBER, for example +1 4251234567"));
        }
    }

    private void warnUnlessMail(String mail, String where) {
        if (isFilled(mail) && MailAddress.parse(mail).isEmpty()) {
            warnings.add(new FieldError(where, "cannot be used: it is no mail address"));
        }
    }

    private void require(boolean holds, String where, String what) {
        if (!holds) {
            error(where, what);
        }
    }

    private void error(String where, String what) {
        errors.add(new FieldError(where, what));
    }

    private static PublicJsonWebKey parse(JsonNode jwk) {
        try {
            return jwk == null ? null : PublicJsonWebKey.Factory.newPublicJwk(jwk.toString());
        } catch (JoseException e) {
            return null;
        }
    }

    private static boolean isAnchor(String anchor) {
        try {
            return anchor != null && Base64.getDecoder().decode(anchor).length == ANCHOR_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
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
