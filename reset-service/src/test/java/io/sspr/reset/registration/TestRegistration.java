package io.sspr.reset.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.reset.authenticator.Authenticator;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.policy.TenantPolicy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What users have registered and what tenants allow, for tests. */
final class TestRegistration {
    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    static final String PHONE = "+81 9011112222";
    static final String OFFICE = "+81 312345678";
    static final String MAIL = "alice@home.example";

    private TestRegistration() {}

    /** @param json as an administrator would write it; what is left out has its default */
    static TenantPolicy policy(String json) {
        try {
            return new ObjectMapper().readValue(json.replace('\'', '"'), TenantPolicy.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Of a cloud-only account about which the directory knows nothing. */
    static SecurityInfo info() {
        SecurityInfo info = new SecurityInfo();
        info.id = UUID.randomUUID();
        info.kind = AccountKind.CLOUD_ONLY;
        info.userPrincipalName = "alice@contoso.example";
        return info;
    }

    static SecurityInfo phone() {
        SecurityInfo info = info();
        info.authenticationPhone = PHONE;
        return info;
    }

    static SecurityInfo mail() {
        SecurityInfo info = info();
        info.authenticationEmail = MAIL;
        return info;
    }

    static SecurityInfo phoneAndMail() {
        SecurityInfo info = phone();
        info.authenticationEmail = MAIL;
        return info;
    }

    /** With an office phone that nobody has verified. */
    static SecurityInfo office() {
        SecurityInfo info = info();
        info.officePhone = OFFICE;
        return info;
    }

    static Registered registered(SecurityInfo info, Authenticator... apps) {
        return Registered.of(info, List.of(apps), false);
    }
}
