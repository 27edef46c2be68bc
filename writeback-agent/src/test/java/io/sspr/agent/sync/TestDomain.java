package io.sspr.agent.sync;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.sspr.agent.TestConfig;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A domain that counts its changes, keeps something of deleted objects, and hands out members four at a time. */
final class TestDomain extends InMemoryOperationInterceptor implements AutoCloseable {
    private static final String SHOW_DELETED = "1.2.840.113556.1.4.417";
    private static final int MEMBERS_AT_ONCE = 4;

    private final InMemoryDirectoryServer server;
    private final LDAPConnectionPool pool;
    private String controller = "CN=NTDS Settings,CN=DC1";
    private long usn = 1_000;
    private int firstMember;
    private boolean deletedAreHidden;

    TestDomain() throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(TestConfig.BASE_DN, "CN=Elsewhere");
        config.setSchema(null);
        config.addInMemoryOperationInterceptor(this);
        config.setRootDSEEntry(new Entry(
                "", new Attribute("objectClass", "top"), new Attribute("defaultNamingContext", TestConfig.BASE_DN)));
        server = new InMemoryDirectoryServer(config);
        server.add(TestConfig.BASE_DN, new Attribute("objectClass", "domainDNS"));
        addUnit("Staff");
        server.add(
                "CN=Deleted Objects," + TestConfig.BASE_DN,
                new Attribute("objectClass", "container"),
                new Attribute("isDeleted", "TRUE"));
        server.startListening();
        pool = new LDAPConnectionPool(server.getConnection(), 1);
    }

    LDAPConnectionPool pool() {
        return pool;
    }

    /** As from an account that has no right on the container of deleted objects. */
    void hideDeleted() {
        deletedAreHidden = true;
    }

    void failOver() {
        controller = "CN=NTDS Settings,CN=DC2";
    }

    void addUnit(String name) throws LDAPException {
        add(new Entry("OU=" + name + "," + TestConfig.BASE_DN, new Attribute("objectClass", "organizationalUnit")));
    }

    /** A user in good order; {@code more} replaces or adds attributes. */
    String addUser(String name, Attribute... more) throws LDAPException {
        Entry user = object(name, "user");
        user.addAttribute("objectCategory", "person");
        user.addAttribute("userPrincipalName", name + "@contoso.example");
        user.addAttribute("displayName", "Display " + name);
        user.addAttribute("userAccountControl", "512");
        for (Attribute each : more) {
            user.setAttribute(each);
        }
        return add(user);
    }

    String addGroup(String name, String... members) throws LDAPException {
        Entry group = object(name, "group");
        group.addAttribute("member", members);
        return add(group);
    }

    static String dn(String name) {
        return "CN=" + name + ",OU=Staff," + TestConfig.BASE_DN;
    }

    void set(String name, String attribute, String... values) throws LDAPException {
        usn++;
        server.modify(
                dn(name),
                new Modification(ModificationType.REPLACE, attribute, values),
                new Modification(ModificationType.REPLACE, "uSNChanged", Long.toString(usn)));
    }

    /** Something that the cloud side is not told about. */
    void signIn(String name) throws LDAPException {
        set(name, "lastLogonTimestamp", Long.toString(usn));
    }

    void delete(String name) throws LDAPException {
        Entry object = server.getEntry(dn(name));
        server.delete(dn(name));
        add(new Entry(
                "CN=" + name + "-deleted-" + usn + ",CN=Deleted Objects," + TestConfig.BASE_DN,
                object.getObjectClassAttribute(),
                object.getAttribute("objectGUID"),
                new Attribute("isDeleted", "TRUE")));
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest intercepted) throws LDAPException {
        ReadOnlySearchRequest asked = intercepted.getRequest();
        firstMember = 0;
        List<String> attributes = new ArrayList<>();
        for (String each : asked.getAttributeList()) {
            if (each.startsWith("member;range=")) {
                firstMember = Integer.parseInt(each.substring(each.indexOf('=') + 1, each.indexOf('-')));
                attributes.add("member");
            } else {
                attributes.add(each);
            }
        }
        boolean showDeleted = asked.hasControl(SHOW_DELETED) && !deletedAreHidden;
        Filter filter = showDeleted
                ? asked.getFilter()
                : Filter.createANDFilter(
                        asked.getFilter(), Filter.createNOTFilter(Filter.createEqualityFilter("isDeleted", "TRUE")));
        SearchRequest plain =
                new SearchRequest(asked.getBaseDN(), asked.getScope(), filter, attributes.toArray(String[]::new));
        plain.setControls(Arrays.stream(asked.getControls())
                .filter(control -> !control.getOID().equals(SHOW_DELETED))
                .toArray(Control[]::new));
        intercepted.setRequest(plain);
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry intercepted) {
        SearchResultEntry entry = intercepted.getSearchEntry();
        if (entry.getDN().isEmpty()) {
            Entry root = entry.duplicate();
            root.addAttribute("dsServiceName", controller);
            root.addAttribute("highestCommittedUSN", Long.toString(usn));
            intercepted.setSearchEntry(root);
        } else if (entry.hasAttribute("member")) {
            intercepted.setSearchEntry(withRange(entry.duplicate()));
        }
    }

    private Entry withRange(Entry group) {
        String[] members = group.getAttributeValues("member");
        int end = Math.min(members.length, firstMember + MEMBERS_AT_ONCE);
        if (firstMember == 0 && end == members.length) {
            return group;
        }
        String last = end == members.length ? "*" : Integer.toString(end - 1);
        group.setAttribute("member;range=" + firstMember + "-" + last, Arrays.copyOfRange(members, firstMember, end));
        group.removeAttribute("member");
        return group;
    }

    private String add(Entry entry) throws LDAPException {
        usn++;
        entry.addAttribute("uSNChanged", Long.toString(usn));
        server.add(entry);
        byte[] guid = entry.getAttributeValueBytes("objectGUID");
        return guid == null ? null : Base64.getEncoder().encodeToString(guid);
    }

    private static Entry object(String name, String objectClass) throws LDAPException {
        Entry entry = new Entry(dn(name));
        entry.addAttribute("objectClass", "top", objectClass);
        entry.addAttribute("cn", name);
        UUID guid = UUID.randomUUID();
        entry.addAttribute(
                "objectGUID",
                ByteBuffer.allocate(16)
                        .putLong(guid.getMostSignificantBits())
                        .putLong(guid.getLeastSignificantBits())
                        .array());
        return entry;
    }

    @Override
    public void close() {
        pool.close();
        server.shutDown(true);
    }
}
