package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesTest extends DirectoryFixture {
    private static final String USERS = "(objectCategory=person)";

    private LdapClient service;

    @BeforeEach
    void bind() throws LDAPException, GeneralSecurityException {
        service = LdapClient.asService(directory);
    }

    @AfterEach
    void unbind() {
        service.close();
    }

    @Test
    void searchesAreAnsweredPageByPage() throws LDAPException {
        List<String> all = names(search(USERS));
        List<String> paged = new ArrayList<>();
        ASN1OctetString next = null;
        do {
            SearchResult page = search(USERS, new SimplePagedResultsControl(5, next, true));
            paged.addAll(names(page));
            next = SimplePagedResultsControl.get(page).getCookie();
        } while (next != null && next.getValueLength() > 0);

        assertThat(all).hasSizeGreaterThan(10);
        assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aChangedObjectIsFoundByTheNumberOfItsChange() throws LDAPException {
        long before = highest();

        directory.describe(PETRA, "displayName", "Petra Newname");

        assertThat(highest()).isGreaterThan(before);
        assertThat(names(search("(uSNChanged>=" + (before + 1) + ")"))).containsExactly(PETRA);
    }

    @Test
    void aResetCountsAsAChange() throws LDAPException {
        long before = highest();

        service.reset(PETRA, "Another-Passw0rd-1");

        assertThat(names(search("(uSNChanged>=" + (before + 1) + ")"))).containsExactly(PETRA);
    }

    @Test
    void aDeletedObjectIsSeenByThoseWhoAskForIt() throws LDAPException {
        byte[] guid = service.user(PETRA).getAttributeValueBytes("objectGUID");
        long before = highest();

        directory.delete(PETRA);

        String changed = "(uSNChanged>=" + (before + 1) + ")";
        assertThat(search(changed).getSearchEntries()).isEmpty();
        List<SearchResultEntry> found =
                search(changed, new Control(Changes.SHOW_DELETED, true)).getSearchEntries();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).getAttributeValueBytes("objectGUID")).isEqualTo(guid);
        assertThat(found.get(0).getAttributeValue("isDeleted")).isEqualTo("TRUE");
        assertThat(service.user(PETRA)).isNull();
    }

    @Test
    void everySeedIsAnotherCopyOfTheDatabase() throws LDAPException {
        byte[] before = copy();

        seed();

        assertThat(copy()).hasSize(16).isNotEqualTo(before);
    }

    private byte[] copy() throws LDAPException {
        String settings = service.connection().getRootDSE().getAttributeValue("dsServiceName");
        return service.connection().getEntry(settings, "invocationId").getAttributeValueBytes("invocationId");
    }

    private long highest() throws LDAPException {
        return service.connection().getRootDSE().getAttributeValueAsLong("highestCommittedUSN");
    }

    private SearchResult search(String filter, Control... controls) throws LDAPException {
        SearchRequest request = new SearchRequest(
                Directory.BASE_DN, SearchScope.SUB, filter, "sAMAccountName", "objectGUID", "isDeleted");
        request.setControls(controls);
        return service.connection().search(request);
    }

    private static List<String> names(SearchResult result) {
        return result.getSearchEntries().stream()
                .map(entry -> entry.getAttributeValue("sAMAccountName"))
                .toList();
    }
}
