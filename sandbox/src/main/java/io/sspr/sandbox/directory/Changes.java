package io.sspr.sandbox.directory;

import com.unboundid.ldap.listener.SearchEntryTransformer;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.util.ObjectPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes of the directory as a domain controller does: every object bears the number of its last change, the
 * root entry tells the highest, and deleted objects leave something behind for those who ask for it. Thread-safe.
 */
final class Changes implements SearchEntryTransformer {
    static final String SHOW_DELETED = "1.2.840.113556.1.4.417";
    static final String SERVICE = "CN=NTDS Settings," + Directory.BASE_DN;

    private static final String DELETED_OBJECTS = "CN=Deleted Objects," + Directory.BASE_DN;
    private static final String NUMBER = "uSNChanged";
    private static final String IS_DELETED = "isDeleted";
    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AtomicLong highest = new AtomicLong(4_096);

    /** The object that says which copy of the database this is; another one with every seed. */
    Entry begin() throws LDAPException {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        Entry settings = count(container(SERVICE));
        settings.addAttribute("invocationId", id);
        return settings;
    }

    Entry deletedObjects() throws LDAPException {
        Entry container = container(DELETED_OBJECTS);
        container.addAttribute(IS_DELETED, "TRUE");
        return container;
    }

    Entry count(Entry changed) {
        changed.setAttribute(NUMBER, Long.toString(highest.incrementAndGet()));
        return changed;
    }

    List<Modification> count(List<Modification> changes) {
        List<Modification> counted = new ArrayList<>(changes);
        counted.add(new Modification(ModificationType.REPLACE, NUMBER, Long.toString(highest.incrementAndGet())));
        return counted;
    }

    /** Little more than its id is left of a deleted object. */
    Entry remainsOf(Entry object) throws LDAPException {
        String name = object.getRDN().getAttributeValues()[0] + "\nDEL:" + highest.get();
        Entry remains = new Entry(new DN(new RDN("CN", name), new DN(DELETED_OBJECTS)));
        remains.addAttribute(object.getObjectClassAttribute());
        remains.addAttribute("cn", name);
        remains.addAttribute("sn", "-");
        remains.addAttribute(object.getAttribute("objectGUID"));
        remains.addAttribute(IS_DELETED, "TRUE");
        return count(remains);
    }

    static boolean asksForDeleted(List<Control> controls) {
        return controls.stream().anyMatch(control -> control.getOID().equals(SHOW_DELETED));
    }

    static List<Control> withoutShowDeleted(List<Control> controls) {
        return controls.stream()
                .filter(control -> !control.getOID().equals(SHOW_DELETED))
                .toList();
    }

    /** The same request, to which deleted objects are no answer. */
    static SearchRequestProtocolOp withoutDeleted(SearchRequestProtocolOp request) {
        Filter living = Filter.createNOTFilter(Filter.createEqualityFilter(IS_DELETED, "TRUE"));
        return new SearchRequestProtocolOp(
                request.getBaseDN(),
                request.getScope(),
                request.getDerefPolicy(),
                request.getSizeLimit(),
                request.getTimeLimit(),
                request.typesOnly(),
                Filter.createANDFilter(request.getFilter(), living),
                request.getAttributes());
    }

    @Override
    public ObjectPair<SearchResultEntryProtocolOp, Control[]> transformEntry(
            int messageId, SearchResultEntryProtocolOp entry, Control[] controls) {
        if (!entry.getDN().isEmpty()) {
            return new ObjectPair<>(entry, controls);
        }
        List<Attribute> attributes = new ArrayList<>(entry.getAttributes());
        attributes.add(new Attribute("highestCommittedUSN", Long.toString(highest.get())));
        return new ObjectPair<>(new SearchResultEntryProtocolOp("", attributes), controls);
    }

    private static Entry container(String name) throws LDAPException {
        Entry container = new Entry(new DN(name));
        container.addAttribute("objectClass", "top", "container");
        container.addAttribute("cn", container.getRDN().getAttributeValues()[0]);
        return container;
    }
}
