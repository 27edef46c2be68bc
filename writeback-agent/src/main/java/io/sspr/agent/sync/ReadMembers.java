package io.sspr.agent.sync;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Reads who is directly in a group. The directory hands out a large group's members range by range. */
final class ReadMembers {
    static final String MEMBER = "member";
    private static final String RANGE = "range=";
    private static final int LOOKED_UP_AT_ONCE = 1_000;

    private final LDAPInterface directory;
    private final SyncMemory memory;

    ReadMembers(LDAPInterface directory, SyncMemory memory) {
        this.directory = directory;
        this.memory = memory;
    }

    /** The anchors of the members that are in scope, sorted. */
    List<String> of(SearchResultEntry group) throws LDAPException {
        List<String> anchors = new ArrayList<>();
        SearchResultEntry part = group;
        while (part != null) {
            Attribute members = membersIn(part);
            resolve(members, anchors);
            part = hasMore(members)
                    ? directory.getEntry(group.getDN(), MEMBER + ";" + RANGE + (end(members) + 1) + "-*")
                    : null;
        }
        Collections.sort(anchors);
        return anchors;
    }

    private void resolve(Attribute members, List<String> anchors) {
        String[] names = members == null ? new String[0] : members.getValues();
        for (int from = 0; from < names.length; from += LOOKED_UP_AT_ONCE) {
            List<String> some = new ArrayList<>();
            for (int i = from; i < Math.min(names.length, from + LOOKED_UP_AT_ONCE); i++) {
                some.add(DirectoryObject.normalised(names[i]));
            }
            anchors.addAll(memory.anchorsOf(some));
        }
    }

    /** The attribute with the values: next to a range, the plain one is present and empty. */
    private static Attribute membersIn(SearchResultEntry group) {
        Attribute plain = null;
        for (Attribute each : group.getAttributes()) {
            if (each.getBaseName().equalsIgnoreCase(MEMBER)) {
                if (range(each) != null) {
                    return each;
                }
                plain = each;
            }
        }
        return plain;
    }

    private static boolean hasMore(Attribute members) {
        String range = members == null ? null : range(members);
        return range != null && !range.endsWith("*");
    }

    private static int end(Attribute members) {
        String range = range(members);
        return Integer.parseInt(range.substring(range.indexOf('-') + 1));
    }

    /** As in {@code 0-1499}; null if this is no range. */
    private static String range(Attribute members) {
        for (String option : members.getOptions()) {
            if (option.toLowerCase(Locale.ROOT).startsWith(RANGE)) {
                return option.substring(RANGE.length());
            }
        }
        return null;
    }
}
