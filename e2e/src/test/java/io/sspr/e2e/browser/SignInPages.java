package io.sspr.e2e.browser;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;

/** The pages of signing in, and what a visitor does on them. */
final class SignInPages {
    static final String SIGN_IN = "/signin";
    static final String CHANGE = "/changepassword";

    private final Visitor visitor;

    SignInPages(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Signs in on the way to a portal; who has not registered enough is asked to first. */
    Visitor signIn(String name, String password, String portal) {
        return visitor.open(SIGN_IN + "?then=" + portal)
                .type("userPrincipalName", name)
                .type("password", password)
                .goOn();
    }

    /** Signs in with the first password and goes straight to a portal. */
    Visitor enter(DemoAccount account, String portal) {
        signIn(account.upn(), account.initialPassword(), portal);
        return visitor.open("/" + portal);
    }

    /** Signs in as a tenant's administrator and goes straight to the administration. */
    Visitor administer(DemoTenant tenant) {
        signIn(tenant.administrator(), DemoTenant.ADMINISTRATOR_PASSWORD, "admin");
        return visitor.open("/admin");
    }

    /** Changes a password that is known. */
    Visitor change(String name, String current, String replacement) {
        return visitor.type("userPrincipalName", name)
                .type("currentPassword", current)
                .type("newPassword", replacement)
                .type("newPasswordAgain", replacement)
                .goOn();
    }
}
