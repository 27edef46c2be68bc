package io.sspr.sandbox.launch;

import io.sspr.sandbox.Ports;
import io.sspr.sandbox.infrastructure.Database;
import io.sspr.sandbox.keys.DemoKeys;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of the four services; docker-compose.yml gives the same names. */
final class ServiceEnvironment {
    private static final String STALE_AFTER = "PT6S";
    private static final String HEARTBEAT = "PT2S";

    /** So little that a tour or test is not kept busy by it. */
    private static final String CAPTCHA_DIFFICULTY = "1000";

    /** So many that a tour, whose users all have the same address, is not taken for an attack. */
    private static final String PER_MINUTE = "10000";

    static final String AGENT_STATE_PASSWORD = "Agent-State-Demo-4711";

    private final Ports ports;
    private final WorkFolder work;
    private final Infrastructure infrastructure;
    private final AgentDirectory directory;
    private final DemoKeys keys;

    ServiceEnvironment(
            Ports ports, WorkFolder work, Infrastructure infrastructure, AgentDirectory directory, DemoKeys keys) {
        this.ports = ports;
        this.work = work;
        this.infrastructure = infrastructure;
        this.directory = directory;
        this.keys = keys;
    }

    Map<String, String> ofResetService() {
        Map<String, String> environment = common(ports.resetService(), "reset");
        environment.put("SSPR_SIGNING_KEY", keys.privateKey("reset-signing").toString());
        environment.put(
                "SSPR_SIGNING_PUBLIC_KEY", keys.publicKey("reset-signing").toString());
        environment.put("SSPR_CODE_KEY", keys.privateKey("code-hmac").toString());
        environment.put(
                "SSPR_NOTIFICATION_PUBLIC_KEY", keys.publicKey("notification").toString());
        environment.put(
                "SSPR_NOTIFICATION_SIGNING_PUBLIC_KEY",
                keys.publicKey("notification-signing").toString());
        environment.put("SSPR_SETUP_TOKEN", keys.readSetupToken());
        environment.put("SSPR_PUBLIC_ORIGIN", "http://localhost:" + ports.resetService());
        environment.put("SSPR_AGENT_STALE_AFTER", STALE_AFTER);
        environment.put("SSPR_CAPTCHA_DIFFICULTY", CAPTCHA_DIFFICULTY);
        environment.put("SSPR_IDENTIFY_PER_MINUTE", PER_MINUTE);
        environment.put("SSPR_SIGN_IN_PER_MINUTE", PER_MINUTE);
        return environment;
    }

    Map<String, String> ofWritebackAgent() {
        Map<String, String> environment = common(ports.writebackAgent(), "agent");
        environment.put("SSPR_TENANT", "contoso");
        environment.put("SSPR_AGENT_NAME", "agent-1");
        environment.put("SSPR_AGENT_STATE", work.agentState().toString());
        environment.put("SSPR_AGENT_STATE_PASSWORD", AGENT_STATE_PASSWORD);
        environment.put("SSPR_RESET_URL", "http://127.0.0.1:" + ports.resetService());
        environment.put("SSPR_RESET_INSECURE", "true");
        environment.put("SSPR_LDAP_URL", directory.url());
        environment.put("SSPR_LDAP_BIND_DN", directory.bindDn());
        environment.put("SSPR_LDAP_BIND_PASSWORD", directory.bindPassword());
        environment.put("SSPR_LDAP_BASE_DN", directory.baseDn());
        environment.put("SSPR_LDAP_CERTIFICATE", directory.certificate().toString());
        environment.put("SSPR_DIRECTORY_REQUIRE_POLICY_HINTS", Boolean.toString(directory.policyHints()));
        environment.put("SSPR_HEARTBEAT", HEARTBEAT);
        return environment;
    }

    Map<String, String> ofNotificationService() {
        Map<String, String> environment = common(ports.notificationService(), "notification");
        environment.put("SSPR_NOTIFICATION_KEY", keys.privateKey("notification").toString());
        environment.put(
                "SSPR_NOTIFICATION_SIGNING_KEY",
                keys.privateKey("notification-signing").toString());
        environment.put("SSPR_RESET_PUBLIC_KEY", keys.publicKey("reset-signing").toString());
        environment.put("SSPR_SMTP_HOST", "127.0.0.1");
        environment.put("SSPR_SMTP_PORT", Integer.toString(ports.smtp()));
        environment.put("SSPR_MAIL_FROM", "password-reset@sspr.example");
        String world = "http://127.0.0.1:" + ports.world();
        environment.put("SSPR_SMS_URL", world + "/sms");
        environment.put("SSPR_VOICE_URL", world);
        environment.put("SSPR_PUSH_URL", world);
        return environment;
    }

    Map<String, String> ofAuditService() {
        Map<String, String> environment = common(ports.auditService(), "audit");
        environment.put("SSPR_JWKS_URL", "http://127.0.0.1:" + ports.resetService() + "/.well-known/jwks.json");
        return environment;
    }

    private Map<String, String> common(int port, String databaseName) {
        Database database = infrastructure.postgres().database(databaseName);
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("SSPR_HTTP_PORT", Integer.toString(port));
        environment.put("SSPR_KAFKA", infrastructure.kafka().bootstrapServers());
        environment.put("SSPR_DB_URL", database.url());
        environment.put("SSPR_DB_USER", database.user());
        environment.put("SSPR_DB_PASSWORD", database.password());
        return environment;
    }
}
