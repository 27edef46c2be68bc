package io.sspr.sandbox.samba;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccount.OnPremises;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** One user object of the demo in a real domain: where it is, and what it holds at first. Source: R-WB-10, R-WB-12, R-WB-13. */
record DomainPerson(DemoAccount account, String commonName, String samAccountName) {
    private static final int NORMAL_ACCOUNT = 0x200;
    private static final int DISABLED = 0x2;

    static DomainPerson of(DemoAccount account) {
        return new DomainPerson(account, account.displayName(), account.name());
    }

    /** The other object with the same anchor. */
    static DomainPerson twinOf(DemoAccount account) {
        return new DomainPerson(account, account.displayName() + " (second)", account.name() + "2");
    }

    /** Among the people, over whom the agent has its rights, or among the others. */
    String dn() {
        boolean restricted = account.onPremises() == OnPremises.RESTRICTED;
        return "CN=" + commonName + "," + (restricted ? DomainAccounts.OTHERS_DN : DomainAccounts.PEOPLE_DN);
    }

    /** What turns whatever became of the object into what it was at first. The password comes before the account is enabled. */
    List<Modification> firstState() {
        boolean disabled = account.onPremises() == OnPremises.DISABLED;
        return List.of(
                replace("unicodePwd", ('"' + account.initialPassword() + '"').getBytes(StandardCharsets.UTF_16LE)),
                replace("userAccountControl", Integer.toString(disabled ? NORMAL_ACCOUNT | DISABLED : NORMAL_ACCOUNT)),
                replace("lockoutTime", "0"),
                replace("pwdLastSet", "-1"),
                replace("adminCount", account.onPremises() == OnPremises.PROTECTED ? "1" : "0"),
                replace("mS-DS-ConsistencyGuid", Base64.getDecoder().decode(account.cloudAnchor())),
                replace(
                        "userPrincipalName",
                        samAccountName + account.upn().substring(account.upn().indexOf('@'))),
                replace("displayName", account.displayName()),
                replace("givenName", account.givenName()),
                replace("sn", account.surname()));
    }

    private static Modification replace(String attribute, String value) {
        return new Modification(ModificationType.REPLACE, attribute, value);
    }

    private static Modification replace(String attribute, byte[] value) {
        return new Modification(ModificationType.REPLACE, attribute, value);
    }
}
