package io.sspr.sandbox.directory;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A directory of very many users, for measuring: it is read only, makes every object up at the moment it is asked for,
 * and remembers no more than the number of each object's last change. Thread-safe.
 */
public final class LargeDirectory {
    /** How many users are in each group. */
    public static final int USERS_PER_GROUP = 500;

    static final String DELETED_OBJECTS = "CN=Deleted Objects," + Directory.BASE_DN;

    private static final long FIRST_NUMBER = 1_000_000;
    private static final long KIND_OF_USERS = 0x5573657273L;
    private static final long KIND_OF_GROUPS = 0x47726f757073L;
    private static final long KIND_OF_FORMER_USERS = 0x466f726d6572L;

    private final long[] changes;
    private final int groups;
    private long highest;

    LargeDirectory(int users) {
        changes = new long[users];
        groups = (users + USERS_PER_GROUP - 1) / USERS_PER_GROUP;
        highest = FIRST_NUMBER;
        Arrays.fill(changes, FIRST_NUMBER);
    }

    /**
     * Runs until the end of the standard input; a number in a line there changes as many users.
     *
     * @param arguments port, folder of the certificate, number of users
     */
    public static void main(String... arguments) throws IOException {
        LargeDirectory directory = new LargeDirectory(Integer.parseInt(arguments[2]));
        LDAPListenerConfig settings =
                new LDAPListenerConfig(Integer.parseInt(arguments[0]), new LargeDirectoryConnection(directory, null));
        settings.setListenAddress(InetAddress.getLoopbackAddress());
        settings.setServerSocketFactory(
                DirectoryCertificate.in(Path.of(arguments[1]), "localhost").serverSockets());
        LDAPListener listener = new LDAPListener(settings);
        listener.startListening();
        System.out.println("READY");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            directory.change(Integer.parseInt(line.strip()));
        }
        listener.shutDown(true);
    }

    /** Gives so many users, far from each other, another name. */
    synchronized void change(int users) {
        for (int i = 0; i < users; i++) {
            changes[(int) ((long) i * changes.length / users)] = ++highest;
        }
    }

    /** What shows that this service account may see deleted objects: in every directory that has been in use there is one. */
    Entry somethingDeleted() {
        return new Entry("CN=somebody," + DELETED_OBJECTS, new Attribute("objectGUID", guid(KIND_OF_FORMER_USERS, 0)));
    }

    synchronized Entry root() {
        return new Entry(
                "",
                new Attribute("objectClass", "top"),
                new Attribute("defaultNamingContext", Directory.BASE_DN),
                new Attribute("dsServiceName", Changes.SERVICE),
                new Attribute("highestCommittedUSN", Long.toString(highest)),
                new Attribute(
                        "supportedControl",
                        DirectoryTree.POLICY_HINTS,
                        DirectoryTree.POLICY_HINTS_DEPRECATED,
                        Changes.SHOW_DELETED));
    }

    /** How many objects there are: users first, then groups. */
    int size() {
        return changes.length + groups;
    }

    Entry object(int index) {
        return index < changes.length ? user(index) : group(index - changes.length);
    }

    private Entry user(int index) {
        long change = changeOf(index);
        String name = "user%06d".formatted(index);
        return new Entry(
                dn(index),
                new Attribute("objectClass", "top", "person", "user"),
                new Attribute("objectCategory", "person"),
                new Attribute("objectGUID", guid(KIND_OF_USERS, index)),
                new Attribute("cn", name),
                new Attribute("sAMAccountName", name),
                new Attribute("userPrincipalName", name + "@contoso.example"),
                new Attribute("displayName", "User %d (%d)".formatted(index, change - FIRST_NUMBER)),
                new Attribute("givenName", "User"),
                new Attribute("sn", "Number " + index),
                new Attribute("mail", name + "@mail.contoso.example"),
                new Attribute("mobile", "+1 425%07d".formatted(index)),
                new Attribute("telephoneNumber", "+1 206%07d".formatted(index)),
                new Attribute("userAccountControl", "512"),
                new Attribute("accountExpires", Long.toString(Long.MAX_VALUE)),
                new Attribute("uSNChanged", Long.toString(change)));
    }

    private Entry group(int index) {
        String name = "group%04d".formatted(index);
        int first = index * USERS_PER_GROUP;
        String[] members = new String[Math.min(USERS_PER_GROUP, changes.length - first)];
        for (int i = 0; i < members.length; i++) {
            members[i] = dn(first + i);
        }
        return new Entry(
                "CN=" + name + ",OU=Staff," + Directory.BASE_DN,
                new Attribute("objectClass", "top", "group"),
                new Attribute("objectGUID", guid(KIND_OF_GROUPS, index)),
                new Attribute("cn", name),
                new Attribute("member", members),
                new Attribute("uSNChanged", Long.toString(FIRST_NUMBER)));
    }

    private synchronized long changeOf(int index) {
        return changes[index];
    }

    private static String dn(int index) {
        return "CN=user%06d,OU=Staff,%s".formatted(index, Directory.BASE_DN);
    }

    private static byte[] guid(long kind, int index) {
        return ByteBuffer.allocate(Long.BYTES * 2).putLong(kind).putLong(index).array();
    }
}
