package io.sspr.sandbox.demo;

import java.util.List;

/**
 * One person of the demo: the source of both the cloud account and the on-premises object.
 *
 * @param tenant short name of the organisation, such as contoso
 * @param upn sign-in name, unique over all tenants
 * @param language of mails and pages, BCP 47
 * @param cloudAnchor base64 of 16 bytes; null for a cloud-only account
 * @param initialPassword known to everybody, therefore never printed
 * @param alternateEmail directory field, null if absent; the same for the phones after it
 * @param mobilePhone directory field, stored form such as +1 4251234567
 * @param officePhone directory field, same form
 * @param authenticationPhone registered by the person, same form
 * @param alias another mail address of the organisation that means this person; null if there is none
 * @param licences plan names, such as ENTRA_P1
 * @param roles directory roles, empty for an end user
 * @param groups names of the groups this person is a direct member of
 * @param cloudEnabled false: sign-in is switched off in the cloud
 * @param onPremises the object in the directory of the sandbox
 * @param shows one sentence: what this account shows
 */
public record DemoAccount(
        String tenant,
        String upn,
        String displayName,
        String givenName,
        String surname,
        String language,
        Kind kind,
        String cloudAnchor,
        String initialPassword,
        String alternateEmail,
        String mobilePhone,
        String officePhone,
        String authenticationPhone,
        String alias,
        List<String> licences,
        List<String> roles,
        List<String> groups,
        boolean cloudEnabled,
        boolean guest,
        OnPremises onPremises,
        String shows) {

    /** Where the password of an account is mastered. Source: R-WB-01…04. */
    public enum Kind {
        CLOUD_ONLY,
        PASSWORD_HASH_SYNC,
        PASS_THROUGH,
        FEDERATED
    }

    /** What the on-premises directory holds for an account. */
    public enum OnPremises {
        /** Nothing, and nothing is expected. */
        NONE,
        NORMAL,
        /** Below the unit in which the agent has no rights. */
        RESTRICTED,
        /** Member of a protected group: adminCount=1. */
        PROTECTED,
        DISABLED,
        /** Locked out until somebody unlocks it. */
        LOCKED,
        /** Nothing, although the cloud expects an object. */
        MISSING,
        /** Two objects that share the cloud anchor. */
        TWIN
    }

    public DemoAccount {
        licences = List.copyOf(licences);
        roles = List.copyOf(roles);
        groups = List.copyOf(groups);
    }

    /** The name before the @, which is also the on-premises logon name (sAMAccountName). */
    public String name() {
        return upn.substring(0, upn.indexOf('@'));
    }

    /** Whether the cloud can check the password itself. Source: R-WB-01, R-WB-02. */
    public boolean isHeldInCloud() {
        return kind == Kind.CLOUD_ONLY || kind == Kind.PASSWORD_HASH_SYNC;
    }

    /** The number that a code is sent to: the registered one before the directory's; null if neither is there. Source: R-MTH-01. */
    public String phone() {
        return authenticationPhone != null ? authenticationPhone : mobilePhone;
    }

    /** The id of this person's smartphone, as far as an authenticator app is on it. */
    public String device() {
        return "phone-of-" + name();
    }

    @Override
    public String toString() {
        return upn;
    }
}
