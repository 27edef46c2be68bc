package io.sspr.sandbox.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The people of the demo, in the order in which they are told about: the one table behind cloud and directory. */
public final class DemoAccounts {
    /** The group that contoso has chosen for password reset. */
    public static final String SSPR_GROUP = "SSPR users";
    /** Groups that are members of another group: child to parent. Source: R-CFG-03. */
    public static final Map<String, String> NESTED_GROUPS = Map.of("Night shift", SSPR_GROUP);

    public static final List<DemoAccount> ALL = Stream.of(OutcomeAccounts.ALL, MethodAccounts.ALL, RuleAccounts.ALL)
            .flatMap(List::stream)
            .toList();

    private DemoAccounts() {}

    /**
     * The account with that name before the @.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DemoAccount named(String name) {
        return ALL.stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demo account: " + name));
    }
}
