package io.sspr.sandbox.tour;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import java.util.UUID;

/** Names that nobody has. Each is another one, since whoever tries one too often is blocked, account or not. Source: R-ERR-91. */
final class Strangers {
    private Strangers() {}

    /** In the organisation of {@code witness}. */
    static String at(DemoAccount witness) {
        String anything = UUID.randomUUID().toString().substring(0, 6);
        return "nobody-" + anything + "@" + DemoTenant.of(witness).domain();
    }
}
