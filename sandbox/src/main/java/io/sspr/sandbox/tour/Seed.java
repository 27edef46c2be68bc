package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Returns the demo to its initial state: accounts, groups, settings and on-premises objects, and nobody is blocked. */
final class Seed {
    private final Staff staff;
    private final Outside outside;
    private final Path keys;

    /** @param keys folder with public keys of agents that do not live */
    Seed(Staff staff, Outside outside, Path keys) {
        this.staff = staff;
        this.outside = outside;
        this.keys = keys;
    }

    void everything() {
        outside.turnDirectory(true);
        outside.seedDirectory();
        for (DemoTenant tenant : DemoTenant.values()) {
            staff.importTenant(tenant, tenant.importDocument(this::publicKey));
            tenant.accounts().forEach(staff::restorePassword);
            tenant.accounts().forEach(staff::liftBlock);
        }
    }

    /** One account, the settings of its tenant, and all on-premises objects. */
    void one(DemoAccount account) {
        outside.seedDirectory();
        one(account, account.roles());
        staff.liftBlock(account);
    }

    /** The cloud account alone, with other directory roles than usual. */
    void one(DemoAccount account, List<String> roles) {
        DemoTenant tenant = DemoTenant.of(account);
        ObjectNode document = tenant.importDocument(this::publicKey, List.of(account));
        ObjectNode row = (ObjectNode) document.path("accounts").path(0);
        row.set("roles", Http.JSON.valueToTree(roles));
        staff.importTenant(tenant, document);
        staff.restorePassword(account);
    }

    private JsonNode publicKey(String name) {
        Path file = keys.resolve(name + ".pub.jwk");
        try {
            return Http.JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The tour needs " + file + ", which cannot be read", e);
        }
    }
}
