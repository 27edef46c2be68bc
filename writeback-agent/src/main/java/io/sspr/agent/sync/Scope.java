package io.sspr.agent.sync;

import com.unboundid.ldap.sdk.Filter;
import java.util.List;

/**
 * Which objects are kept alike: users below the base that match the filter and have a name to sign in with, and all groups below the base. A
 * filter speaks of what has changed since the cookie, if there is one.
 */
final class Scope {
    static final String CLASS = "objectClass";
    private static final String CHANGE = "uSNChanged";

    private final String base;
    private final Filter users;

    Scope(String base, Filter users) {
        this.base = base;
        this.users = users;
    }

    String base() {
        return base;
    }

    /** How it is remembered. */
    String name(String cloud) {
        return base + ' ' + users + ' ' + cloud;
    }

    Filter users() {
        return Filter.createANDFilter(
                users, Filter.createEqualityFilter(CLASS, "user"), Filter.createPresenceFilter("userPrincipalName"));
    }

    /** Users that were changed, or have expired meanwhile, which the directory does not count as a change. */
    Filter users(Cookie since, long now) {
        String expires = DescribeAccount.EXPIRES;
        return Filter.createANDFilter(
                users(),
                Filter.createORFilter(
                        changed(since),
                        Filter.createANDFilter(
                                Filter.createGreaterOrEqualFilter(
                                        expires, Long.toString(DescribeAccount.fileTime(since.readAt()))),
                                Filter.createLessOrEqualFilter(expires, Long.toString(now)))));
    }

    static Filter groups() {
        return Filter.createEqualityFilter(CLASS, "group");
    }

    static Filter groups(Cookie since) {
        return Filter.createANDFilter(groups(), changed(since));
    }

    static Filter groupsWith(List<String> members) {
        return Filter.createANDFilter(
                groups(),
                Filter.createORFilter(members.stream()
                        .map(name -> Filter.createEqualityFilter(ReadMembers.MEMBER, name))
                        .toList()));
    }

    static Filter units(Cookie since) {
        return Filter.createANDFilter(Filter.createEqualityFilter(CLASS, "organizationalUnit"), changed(since));
    }

    static Filter changed(Cookie since) {
        return Filter.createGreaterOrEqualFilter(CHANGE, Long.toString(since.usn() + 1));
    }
}
