package io.sspr.sandbox.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import io.sspr.sandbox.demo.DemoAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Everything the directory remembers: the entries and, beside them, the passwords. Its monitor guards both. */
final class DirectoryTree {
    static final String POLICY_HINTS = "1.2.840.113556.1.4.2239";
    static final String POLICY_HINTS_DEPRECATED = "1.2.840.113556.1.4.2066";

    private static final Predicate<String> ANY_PASSWORD = password -> true;

    private final InMemoryRequestHandler entries;
    private final Changes changes = new Changes();
    private final PasswordHistory passwords = new PasswordHistory();
    private final Clock clock;
    private Predicate<String> passwordFilter = ANY_PASSWORD;

    DirectoryTree(Clock clock) {
        this.clock = clock;
        try {
            entries = new InMemoryRequestHandler(settings());
        } catch (LDAPException | LDIFException broken) {
            throw new IllegalStateException("The schema of the directory is broken.", broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the whole tree, policy and passwords included, to its first state. */
    synchronized void seed(List<DemoAccount> accounts) {
        passwords.clear();
        passwordFilter = ANY_PASSWORD;
        entries.clear();
        try (LDIFReader tree = new LDIFReader(resource("tree.ldif"))) {
            entries.importFromLDIF(true, tree);
            entries.addEntry(changes.begin(), false);
            entries.addEntry(changes.deletedObjects(), false);
            apply(DomainPolicy.DEFAULT);
            for (DirectoryPerson person : DirectoryPerson.all(accounts, clock.instant())) {
                entries.addEntry(changes.count(person.entry()), false);
                setPassword(person.entry().getParsedDN(), person.password());
            }
        } catch (LDAPException wrong) {
            throw new IllegalArgumentException("The accounts make no directory.", wrong);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    synchronized void apply(DomainPolicy policy) throws LDAPException {
        entries.modifyEntry(Directory.BASE_DN, changes.count(policy.modifications()));
    }

    synchronized DomainPolicy policy() {
        try {
            return DomainPolicy.of(entries.getEntry(Directory.BASE_DN));
        } catch (LDAPException broken) {
            throw new IllegalStateException("The domain object is gone.", broken);
        }
    }

    synchronized Optional<Entry> find(DN name) {
        return Optional.ofNullable(entries.getEntry(name));
    }

    /** The one entry with that value, compared by the rules of the attribute. */
    synchronized Optional<Entry> find(String attribute, String value) {
        try {
            return entries.search(Directory.BASE_DN, SearchScope.SUB, Filter.equals(attribute, value)).stream()
                    .map(Entry.class::cast)
                    .findFirst();
        } catch (LDAPException broken) {
            throw new IllegalStateException("The domain object is gone.", broken);
        }
    }

    synchronized boolean isPassword(DN owner, String password) {
        return passwords.isPresent(owner, password);
    }

    synchronized boolean isInHistory(DN owner, String password) {
        return passwords.isAmongLast(policy().historyLength(), owner, password);
    }

    /** Whether the password is among the last {@code count}, the present one included. */
    synchronized boolean isAmongLast(int count, DN owner, String password) {
        return passwords.isAmongLast(count, owner, password);
    }

    /** From now on refuses new passwords that the filter does not accept. */
    synchronized void filterPasswords(Predicate<String> accepts) {
        passwordFilter = accepts;
    }

    synchronized boolean passesFilter(String password) {
        return passwordFilter.test(password);
    }

    synchronized void setPassword(DN owner, String password) {
        passwords.add(owner, password, policy().historyLength());
    }

    synchronized void lockOut(DN name) throws LDAPException {
        write(name, "lockoutTime", FileTime.of(clock.instant()));
    }

    synchronized void write(DN name, String attribute, long value) throws LDAPException {
        write(name, attribute, Long.toString(value));
    }

    synchronized void write(DN name, String attribute, String value) throws LDAPException {
        Modification replacement = new Modification(ModificationType.REPLACE, attribute, value);
        entries.modifyEntry(name.toString(), changes.count(List.of(replacement)));
    }

    /** Deletes an object: what is left of it is found by those who ask for deleted objects. */
    synchronized void delete(Entry object) throws LDAPException {
        entries.deleteSubtree(object.getDN());
        entries.addEntry(changes.remainsOf(object), false);
    }

    /** By which clients know what has changed since they looked last. */
    Changes changes() {
        return changes;
    }

    /** The plain LDAP behaviour for one connection, on the same entries. */
    InMemoryRequestHandler connect(LDAPListenerClientConnection connection) throws LDAPException {
        return entries.newInstance(connection);
    }

    private static InMemoryDirectoryServerConfig settings() throws LDAPException, LDIFException, IOException {
        InMemoryDirectoryServerConfig settings = new InMemoryDirectoryServerConfig(Directory.BASE_DN);
        try (InputStream ours = resource("schema.ldif")) {
            settings.setSchema(Schema.mergeSchemas(Schema.getDefaultStandardSchema(), Schema.getSchema(ours)));
        }
        settings.setRootDSEEntry(new Entry(
                "",
                new Attribute("objectClass", "top"),
                new Attribute("defaultNamingContext", Directory.BASE_DN),
                new Attribute("rootDomainNamingContext", Directory.BASE_DN),
                new Attribute("namingContexts", Directory.BASE_DN),
                new Attribute("dsServiceName", Changes.SERVICE),
                new Attribute("dnsHostName", "dc1.corp.contoso.example"),
                new Attribute("supportedLDAPVersion", "3"),
                new Attribute("supportedCapabilities", "1.2.840.113556.1.4.800"),
                new Attribute(
                        "supportedControl",
                        POLICY_HINTS,
                        POLICY_HINTS_DEPRECATED,
                        "1.2.840.113556.1.4.319",
                        Changes.SHOW_DELETED)));
        settings.setEqualityIndexAttributes("sAMAccountName", "userPrincipalName", "mS-DS-ConsistencyGuid");
        settings.setMaxChangeLogEntries(0);
        return settings;
    }

    private static InputStream resource(String name) {
        return DirectoryTree.class.getResourceAsStream(name);
    }
}
