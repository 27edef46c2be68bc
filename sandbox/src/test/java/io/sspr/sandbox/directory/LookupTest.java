package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.sspr.sandbox.demo.DemoAccounts;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookupTest extends DirectoryFixture {
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
    void anchorFindsExactlyItsObject_R_WB_10() throws LDAPException {
        assertThat(namesByAnchorOf(PETRA)).containsExactly("petra");
    }

    @Test
    void anchorIsComparedByteByByte_R_WB_10() throws LDAPException {
        byte[] anchor = Base64.getDecoder().decode(DemoAccounts.named(PETRA).cloudAnchor());
        anchor[15] ^= 0x20;

        assertThat(namesByAnchor(anchor)).isEmpty();
    }

    @Test
    void missingObjectIsNotFound_R_WB_10() throws LDAPException {
        assertThat(namesByAnchorOf("gil")).isEmpty();
    }

    @Test
    void twinsShareTheirAnchor_R_WB_10() throws LDAPException {
        assertThat(namesByAnchorOf("twyla")).containsExactlyInAnyOrder("twyla", "twyla2");
    }

    @Test
    void objectGuidFindsItsObject() throws LDAPException {
        byte[] guid = service.user(PETRA).getAttributeValueBytes("objectGUID");

        assertThat(names(Filter.equals("objectGUID", guid))).containsExactly("petra");
    }

    @Test
    void logonNameIgnoresCase() throws LDAPException {
        assertThat(names(Filter.equals("sAMAccountName", "PETRA"))).containsExactly("petra");
        assertThat(names(Filter.create(
                        "(&(objectCategory=person)(objectClass=user)" + "(userPrincipalName=Petra@CONTOSO.example))")))
                .containsExactly("petra");
    }

    @Test
    void domainObjectCarriesThePolicyAsActiveDirectoryStoresIt() throws LDAPException {
        SearchResultEntry domain = service.connection().getEntry(Directory.BASE_DN);

        assertThat(domain.getAttributeValueAsInteger("minPwdLength")).isEqualTo(7);
        assertThat(domain.getAttributeValueAsInteger("pwdProperties")).isEqualTo(1);
        assertThat(domain.getAttributeValueAsInteger("pwdHistoryLength")).isEqualTo(24);
        assertThat(domain.getAttributeValueAsLong("minPwdAge")).isZero();
        assertThat(domain.getAttributeValueAsLong("maxPwdAge")).isEqualTo(-36_288_000_000_000L);
    }

    @Test
    void firstPasswordsAreThirtyDaysOld() throws LDAPException {
        long setAt = service.user(PETRA).getAttributeValueAsLong("pwdLastSet");

        assertThat(FileTime.toInstant(setAt)).isEqualTo(CLOCK.instant().minusSeconds(30 * 86_400));
    }

    @Test
    void disabledAccountCarriesTheFlag() throws LDAPException {
        assertThat(service.user("dora").getAttributeValueAsInteger("userAccountControl"))
                .isEqualTo(514);
    }

    private List<String> namesByAnchorOf(String name) throws LDAPException {
        return namesByAnchor(Base64.getDecoder().decode(DemoAccounts.named(name).cloudAnchor()));
    }

    private List<String> namesByAnchor(byte[] anchor) throws LDAPException {
        return names(Filter.equals("mS-DS-ConsistencyGuid", anchor));
    }

    private List<String> names(Filter filter) throws LDAPException {
        return service
                .connection()
                .search(Directory.BASE_DN, SearchScope.SUB, filter, "sAMAccountName")
                .getSearchEntries()
                .stream()
                .map(entry -> entry.getAttributeValue("sAMAccountName"))
                .toList();
    }
}
