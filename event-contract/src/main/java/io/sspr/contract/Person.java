package io.sspr.contract;

import java.util.UUID;

/**
 * The user in a fact, as far as known at that moment. All parts are null for somebody who named no existing account: what was typed is not
 * repeated, since people type passwords into the wrong field.
 *
 * @param ipAddress the address the user's request came from; null when a service acted without a request
 */
public record Person(UUID id, String displayName, String userPrincipalName, String ipAddress) {
    public static Person unknown(String ipAddress) {
        return new Person(null, null, null, ipAddress);
    }
}
