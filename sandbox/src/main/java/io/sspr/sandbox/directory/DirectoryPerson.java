package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccount.OnPremises;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** One user object and its first password. */
final class DirectoryPerson {
    private static final Duration AGE_OF_FIRST_PASSWORD = Duration.ofDays(30);
    private static final int NORMAL_ACCOUNT = 0x200;
    private static final int DISABLED = 0x2;

    private final Entry entry;
    private final String password;

    private DirectoryPerson(String parent, String name, String samAccountName, String password, Instant now)
            throws LDAPException {
        this.password = password;
        DN dn = new DN(new RDN("CN", name), new DN(parent));
        entry = new Entry(dn);
        entry.addAttribute("objectClass", "top", "person", "organizationalPerson", "user");
        entry.addAttribute("objectCategory", "person");
        entry.addAttribute("distinguishedName", dn.toString());
        entry.addAttribute("cn", name);
        entry.addAttribute("sAMAccountName", samAccountName);
        entry.addAttribute("objectGUID", guid(samAccountName));
        entry.addAttribute("userAccountControl", Integer.toString(NORMAL_ACCOUNT));
        entry.addAttribute("pwdLastSet", Long.toString(FileTime.of(now.minus(AGE_OF_FIRST_PASSWORD))));
        entry.addAttribute("lockoutTime", "0");
        entry.addAttribute("accountExpires", Long.toString(AccountState.NEVER));
    }

    Entry entry() {
        return entry;
    }

    String password() {
        return password;
    }

    /** The service account of the agent and the objects of all accounts that have one. */
    static List<DirectoryPerson> all(List<DemoAccount> accounts, Instant now) throws LDAPException {
        List<DirectoryPerson> all = new ArrayList<>();
        all.add(serviceAccount(now));
        for (DemoAccount account : accounts) {
            all.addAll(of(account, now));
        }
        return all;
    }

    private static DirectoryPerson serviceAccount(Instant now) throws LDAPException {
        String name = new DN(Directory.SERVICE_ACCOUNT).getRDN().getAttributeValues()[0];
        DirectoryPerson person =
                new DirectoryPerson("CN=Users," + Directory.BASE_DN, name, name, Directory.SERVICE_PASSWORD, now);
        person.entry.addAttribute("sn", "Service");
        person.entry.addAttribute("displayName", "Password reset service");
        return person;
    }

    private static List<DirectoryPerson> of(DemoAccount account, Instant now) throws LDAPException {
        return switch (account.onPremises()) {
            case NONE, MISSING -> List.of();
            case NORMAL, RESTRICTED, PROTECTED, DISABLED, LOCKED ->
                List.of(of(account, account.displayName(), account.name(), now));
            case TWIN ->
                List.of(
                        of(account, account.displayName(), account.name(), now),
                        of(account, account.displayName() + " (second)", account.name() + "2", now));
        };
    }

    private static DirectoryPerson of(DemoAccount account, String name, String samAccountName, Instant now)
            throws LDAPException {
        String unit = account.onPremises() == OnPremises.RESTRICTED ? "OU=Restricted," : "OU=Staff,";
        DirectoryPerson person =
                new DirectoryPerson(unit + Directory.BASE_DN, name, samAccountName, account.initialPassword(), now);
        person.entry.addAttribute("sn", account.surname());
        person.entry.addAttribute("givenName", account.givenName());
        person.entry.addAttribute("displayName", account.displayName());
        person.entry.addAttribute("mS-DS-ConsistencyGuid", Base64.getDecoder().decode(account.cloudAnchor()));
        person.entry.addAttribute(
                "userPrincipalName",
                samAccountName + account.upn().substring(account.upn().indexOf('@')));
        addIfPresent(person.entry, "mobile", account.mobilePhone());
        addIfPresent(person.entry, "telephoneNumber", account.officePhone());
        addIfPresent(person.entry, "preferredLanguage", account.language());
        if (account.onPremises() == OnPremises.PROTECTED) {
            person.entry.addAttribute("adminCount", "1");
        }
        if (account.onPremises() == OnPremises.DISABLED) {
            person.entry.setAttribute("userAccountControl", Integer.toString(NORMAL_ACCOUNT | DISABLED));
        }
        if (account.onPremises() == OnPremises.LOCKED) {
            person.entry.setAttribute("lockoutTime", Long.toString(FileTime.of(now)));
        }
        return person;
    }

    private static void addIfPresent(Entry entry, String attribute, String value) {
        if (value != null && !value.isEmpty()) {
            entry.addAttribute(attribute, value);
        }
    }

    private static byte[] guid(String samAccountName) {
        UUID id = UUID.nameUUIDFromBytes(samAccountName.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
