package io.sspr.agent.directory;

import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks whether the service account has the rights to write back, by some accounts in scope and without writing. What
 * the directory does not show is taken to be in order; so is a domain where the rights are there on one of the
 * accounts, since they may well be meant for some organizational units only. Else what is missing is said of the
 * account that lacks the least. All in order holds for an hour; a lack is looked at again each time, as grants take a
 * while to reach the accounts. Thread-safe. Source: R-WB-12.
 */
final class ServiceRights {
    private static final int ACCOUNTS = 50;
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final UUID RESET_PASSWORD = UUID.fromString("00299570-246d-11d0-a768-00aa006e0529");
    private static final List<String> WRITTEN = List.of("lockoutTime", "pwdLastSet");
    private static final String WRITABLE = "allowedAttributesEffective";
    private static final String DESCRIPTOR = "nTSecurityDescriptor";
    private static final String TOKEN = "tokenGroups";
    private static final String ANY = "(objectClass=*)";
    private static final String DESCRIPTOR_PARTS = "1.2.840.113556.1.4.801";
    private static final int ACCESS_LIST_ONLY = 4;

    private final LDAPInterface directory;
    private final AccountSearch accounts;
    private final Clock clock;
    private volatile Instant goodUntil = Instant.MIN;

    ServiceRights(LDAPInterface directory, AccountSearch accounts, Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What the service account lacks; empty if nothing. */
    List<String> missing() throws LDAPException {
        if (clock.instant().isBefore(goodUntil)) {
            return List.of();
        }
        List<String> missing = look();
        if (missing.isEmpty()) {
            goodUntil = clock.instant().plus(REMEMBERED);
        }
        return missing;
    }

    private List<String> look() throws LDAPException {
        Set<Sid> own = sids(directory.getEntry("", TOKEN));
        if (own.isEmpty()) {
            return List.of();
        }
        List<String> least = null;
        for (String dn : accounts.some(ACCOUNTS)) {
            Optional<List<String>> missing = missingOn(dn, own);
            if (missing.isPresent() && (least == null || missing.get().size() < least.size())) {
                least = missing.get();
            }
            if (least != null && least.isEmpty()) {
                break;
            }
        }
        return least == null ? List.of() : least;
    }

    /** Empty if that cannot be told, or for its own account and protected ones, which it need have no rights to. */
    private Optional<List<String>> missingOn(String dn, Set<Sid> own) throws LDAPException {
        SearchRequest look = new SearchRequest(dn, SearchScope.BASE, ANY, WRITABLE, DESCRIPTOR, TOKEN, "objectSid");
        look.addControl(new Control(
                DESCRIPTOR_PARTS,
                false,
                new ASN1OctetString(new ASN1Sequence(new ASN1Integer(ACCESS_LIST_ONLY)).encode())));
        SearchResultEntry account = directory.searchForEntry(look);
        if (account == null || isNoMatterOfRights(account, own)) {
            return Optional.empty();
        }
        byte[] descriptor = account.getAttributeValueBytes(DESCRIPTOR);
        if (descriptor == null) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>(WRITTEN);
        missing.removeIf(attribute -> account.hasAttributeValue(WRITABLE, attribute));
        if (!AccessList.of(descriptor).grants(RESET_PASSWORD, own)) {
            missing.add(0, "Reset Password");
        }
        return Optional.of(missing);
    }

    private static boolean isNoMatterOfRights(SearchResultEntry account, Set<Sid> own) {
        byte[] sid = account.getAttributeValueBytes("objectSid");
        return sid != null && own.contains(Sid.of(sid))
                || sids(account).stream().anyMatch(ProtectedSids::contain);
    }

    private static Set<Sid> sids(SearchResultEntry entry) {
        byte[][] values = entry == null ? null : entry.getAttributeValueByteArrays(TOKEN);
        return values == null ? Set.of() : Arrays.stream(values).map(Sid::of).collect(Collectors.toSet());
    }
}
