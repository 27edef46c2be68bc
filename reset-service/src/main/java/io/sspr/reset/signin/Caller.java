package io.sspr.reset.signin;

import io.sspr.contract.Person;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The signed-in user who sends a request, as the directory knows them at this moment: roles and licences are not those of the token.
 *
 * @param licensed whether any licence is assigned, directly or by a group. Source: R-UI-01, R-AUD-10
 * @param signInId names the sign-in that the token comes from; the same for all requests with that token
 */
public record Caller(String tenantId, Person person, Set<String> roles, boolean licensed, UUID signInId) {
    public UUID accountId() {
        return person.id();
    }

    /** What to call the user on a page: not everybody has a display name. */
    public String name() {
        return Objects.requireNonNullElse(person.displayName(), person.userPrincipalName());
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    public boolean hasAnyRole(String... wanted) {
        return List.of(wanted).stream().anyMatch(roles::contains);
    }

    Caller at(String ipAddress) {
        Person here = new Person(person.id(), person.displayName(), person.userPrincipalName(), ipAddress);
        return new Caller(tenantId, here, roles, licensed, signInId);
    }
}
