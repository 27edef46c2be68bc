package io.sspr.sandbox.samba;

import java.util.List;
import java.util.stream.Collectors;

/** The rights over all users below an organizational unit that an agent's service account needs. Source: R-WB-12. */
final class DelegatedRights {
    private static final String USER = "bf967aba-0de6-11d0-a285-00aa003049e2";
    private static final List<String> EXTENDED_RIGHTS = List.of(
            // Reset Password
            "00299570-246d-11d0-a768-00aa006e0529",
            // Change Password
            "ab721a53-1e2f-11d0-9819-00aa0040529b");
    private static final List<String> WRITABLE_ATTRIBUTES = List.of(
            // lockoutTime
            "28630ebf-41d5-11d1-a9c1-0000f80367c1",
            // pwdLastSet
            "bf967a0a-0de6-11d0-a285-00aa003049e2");

    private DelegatedRights() {}

    /** As entries of an access control list, inherited by users only. */
    static String sddl(String sid) {
        return entries("CR", EXTENDED_RIGHTS, sid) + entries("WP", WRITABLE_ATTRIBUTES, sid);
    }

    private static String entries(String right, List<String> objects, String sid) {
        return objects.stream()
                .map(object -> "(OA;CIIO;" + right + ";" + object + ";" + USER + ";" + sid + ")")
                .collect(Collectors.joining());
    }
}
