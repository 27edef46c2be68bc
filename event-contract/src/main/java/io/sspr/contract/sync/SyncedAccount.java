package io.sspr.contract.sync;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One user as the directory describes them; what it does not know is null. Source: R-MTH-10.
 *
 * @param anchor the immutable id; base64 of 16 bytes
 * @param enabled whether they may sign in on-premises
 * @param mobile the attribute {@code mobile}
 * @param telephoneNumber the attribute of that name: the office phone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncedAccount(
        String anchor,
        String userPrincipalName,
        String displayName,
        String givenName,
        String surname,
        String mail,
        String mobile,
        String telephoneNumber,
        String preferredLanguage,
        boolean enabled) {}
