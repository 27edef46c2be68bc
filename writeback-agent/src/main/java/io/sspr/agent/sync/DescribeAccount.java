package io.sspr.agent.sync;

import com.unboundid.ldap.sdk.SearchResultEntry;
import io.sspr.contract.sync.SyncedAccount;
import java.time.Instant;

/** Says of a user what the cloud side is told. Source: R-MTH-10. */
final class DescribeAccount {
    static final String EXPIRES = "accountExpires";
    static final String[] ATTRIBUTES = {
        DirectoryObject.GUID,
        DirectoryObject.ANCHOR,
        "userPrincipalName",
        "displayName",
        "givenName",
        "sn",
        "mail",
        "mobile",
        "telephoneNumber",
        "preferredLanguage",
        "userAccountControl",
        EXPIRES
    };

    private static final int DISABLED = 0x2;
    private static final long FILE_TIME_PER_SECOND = 10_000_000;
    private static final long SECONDS_FROM_1601_TO_1970 = 11_644_473_600L;

    private DescribeAccount() {}

    static SyncedAccount describe(SearchResultEntry user, String anchor, Instant now) {
        return new SyncedAccount(
                anchor,
                user.getAttributeValue("userPrincipalName"),
                user.getAttributeValue("displayName"),
                user.getAttributeValue("givenName"),
                user.getAttributeValue("sn"),
                user.getAttributeValue("mail"),
                user.getAttributeValue("mobile"),
                user.getAttributeValue("telephoneNumber"),
                user.getAttributeValue("preferredLanguage"),
                isEnabled(user, now));
    }

    private static boolean isEnabled(SearchResultEntry user, Instant now) {
        Integer control = user.getAttributeValueAsInteger("userAccountControl");
        Long expires = user.getAttributeValueAsLong(EXPIRES);
        // Both zero and the greatest number say "never".
        boolean expired = expires != null && expires != 0 && expires <= fileTime(now);
        return !expired && control != null && (control & DISABLED) == 0;
    }

    static long fileTime(Instant time) {
        return (time.getEpochSecond() + SECONDS_FROM_1601_TO_1970) * FILE_TIME_PER_SECOND;
    }
}
