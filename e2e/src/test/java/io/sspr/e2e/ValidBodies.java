package io.sspr.e2e;

import io.sspr.sandbox.demo.DemoTenant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** For every address of reset-service that takes a body one that it can read. What it asks for need not be possible. */
final class ValidBodies {
    /** Whose settings and people it names. */
    static final DemoTenant TENANT = DemoTenant.ADATUM;

    private static final String IMPORT = """
        {
          "tenant": {
            "id": "adatum", "displayName": "Adatum", "domains": ["adatum.example"],
            "policy": {"ssprEnabled": "SELECTED", "helpdesk": {"custom": true, "target": "https://help.example"}},
            "plan": "PAID", "trialStartedOn": "2026-01-31", "customDomain": true
          },
          "groups": [{"id": "g", "displayName": "G", "licences": ["ENTRA_P1"], "memberGroups": ["g"]}],
          "accounts": [
            {
              "userPrincipalName": "abe@adatum.example", "displayName": "Abe", "givenName": "Abe", "surname": "Q",
              "kind": "CLOUD_ONLY", "enabled": true, "guest": false, "mail": "abe@adatum.example",
              "alternateEmail": "abe@home.example", "authenticationEmail": "abe@home.example",
              "mobilePhone": "+1 4255550121", "authenticationPhone": "+1 4255550121", "officePhone": "+1 4255550121",
              "proxyAddresses": ["smtp:abe.q@adatum.example"], "preferredLanguage": "en", "usageLocation": "JP",
              "roles": ["Reports Reader"], "licences": ["ENTRA_P1"], "groups": ["g"]
            }
          ]
        }
        """;

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /api/v1/resets", "{\"userId\": \"nobody@adatum.example\", \"captcha\": \"none\"}"),
            Map.entry(
                    "POST /api/v1/resets/{id}/challenges",
                    "{\"method\": \"MOBILE_PHONE\", \"channel\": \"SMS\", \"phoneNumber\": \"+1 2025550199\"}"),
            Map.entry(
                    "POST /api/v1/resets/{id}/challenges/{challenge}",
                    "{\"code\": \"123456\", \"answers\": [{\"question\": \"X\", \"answer\": \"nothing\"}]}"),
            Map.entry(
                    "POST /api/v1/resets/{id}/password",
                    "{\"newPassword\": \"abcdefgh\", \"confirmation\": \"abcdefgh\"}"),
            Map.entry(
                    "POST /api/v1/signin",
                    "{\"userPrincipalName\": \"nobody@adatum.example\", \"password\": \"wrong\"}"),
            Map.entry(
                    "POST /api/v1/password/change",
                    "{\"userPrincipalName\": \"nobody@adatum.example\", \"currentPassword\": \"wrong\","
                            + " \"newPassword\": \"abcdefgh\"}"),
            Map.entry("POST /api/v1/registration/proof", "{\"method\": \"MOBILE_PHONE\", \"channel\": \"SMS\"}"),
            Map.entry(
                    "POST /api/v1/registration/phone",
                    "{\"type\": \"MOBILE\", \"number\": \"90 1234 5678\", \"country\": \"QQ\", \"channel\": \"SMS\"}"),
            Map.entry("POST /api/v1/registration/email", "{\"address\": \"nowhere\"}"),
            Map.entry(
                    "POST /api/v1/registration/authenticators",
                    "{\"kind\": \"OTHER\", \"name\": \"Phone\", \"device\": \"phone-1\"}"),
            Map.entry(
                    "PUT /api/v1/registration/security-questions",
                    "{\"answers\": [{\"question\": \"X\", \"answer\": \"nothing\"}]}"),
            Map.entry("POST /api/v1/registration/verifications/{id}", "{\"code\": \"123456\"}"),
            Map.entry(
                    "PATCH /api/v1/admin/policy",
                    "{\"ssprGroupId\": \"g\", \"methodsRequired\": 1, \"methodsEnabled\": [\"EMAIL\"], \"sq\":"
                            + " {\"registerCount\": 3, \"predefined\": [\"CITY_FIRST_JOB\"], \"custom\": [\"What?\"]},"
                            + " \"helpdesk\": {\"custom\": true, \"target\": \"https://help.example\"}, \"banned\":"
                            + " {\"enforceCustom\": false, \"custom\": [\"skylark\"]}, \"lockout\": {\"threshold\": 10},"
                            + " \"branding\": {\"logo\": \"https://logo.example\"}}"),
            Map.entry(
                    "POST /api/v1/admin/password-policy/evaluate",
                    "{\"password\": \"abcdefgh\", \"user\": \"abe@adatum.example\", \"terms\": [\"skylark\"],"
                            + " \"names\": [\"Quiroga\"]}"),
            Map.entry(
                    "POST /api/v1/admin/users/{id}/reset-password",
                    "{\"newPassword\": \"abcdefgh\", \"forceChangeAtNextSignIn\": true}"),
            Map.entry(
                    "POST /api/v1/agents", "{\"token\": \"none\", \"agent\": \"agent-9\", " + AgentKeys.MEMBERS + "}"),
            Map.entry(
                    "POST /api/v1/agents/{tenant}/{agent}/keys",
                    "{" + AgentKeys.MEMBERS + ", \"issuedAt\": \"@now@\"}"),
            Map.entry(
                    "POST /api/v1/agents/{tenant}/{agent}/offboarding",
                    "{\"tenant\": \"contoso\", \"agent\": \"agent-9\", \"issuedAt\": \"@now@\"}"),
            Map.entry("POST /api/v1/admin/import", IMPORT));

    private ValidBodies() {}

    /** Empty for an address without a body, and for one that nobody has thought of here. Who is nobody is somebody else each time, and so never blocked. */
    static Optional<String> of(Route route) {
        String nobody = "nobody-" + UUID.randomUUID().toString().substring(0, 8) + "@";
        return Optional.ofNullable(BODIES.get(route.key()))
                .map(body -> body.replace("nobody@", nobody)
                        .replace("@now@", Instant.now().toString()));
    }
}
