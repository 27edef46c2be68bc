package io.sspr.notification.notice;

import io.sspr.contract.Branding;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.change.PasswordChanged;
import io.sspr.contract.change.PasswordResetByAdmin;
import io.sspr.contract.reset.AccountUnlocked;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.contract.reset.ResetSucceeded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was done to Alice's account, as reset-service tells it. */
final class Deeds {
    static final Instant NOW = Instant.parse("2026-11-22T09:30:59Z");
    static final UUID SUPPORT_CODE = UUID.fromString("6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01");
    static final UUID RESET = UUID.fromString("11111111-5b1a-4a57-9a58-0d6c1a3a5b01");
    static final Person ALICE = new Person(
            UUID.fromString("22222222-5b1a-4a57-9a58-0d6c1a3a5b01"), "Alice A.", "alice@contoso.example", "192.0.2.7");
    private static final Person HELEN = new Person(
            UUID.fromString("33333333-5b1a-4a57-9a58-0d6c1a3a5b01"), "Helen H.", "helen@contoso.example", "192.0.2.9");
    private static final Branding BRANDING = new Branding("https://www.contoso.example/logo.png", "#0A58CA");
    static final Notice TO_ALICE = new Notice(Audience.USER, "alice@private.example", "en");
    static final Notice TO_BOB = new Notice(Audience.ADMINISTRATOR, "bob@contoso.example", "ja");

    private Deeds() {}

    static Message<?> reset(Notice... notices) {
        return message(
                SUPPORT_CODE,
                new ResetSucceeded(
                        RESET, ALICE, List.of("MOBILE_PHONE"), "agent-1", "Contoso", BRANDING, List.of(notices)));
    }

    static Message<?> unlock(Notice... notices) {
        return message(
                SUPPORT_CODE,
                new AccountUnlocked(
                        RESET, ALICE, List.of("MOBILE_PHONE"), "agent-1", "Contoso", BRANDING, List.of(notices)));
    }

    static Message<?> change(UUID supportCode, Notice... notices) {
        return message(supportCode, new PasswordChanged(ALICE, "agent-1", "Contoso", BRANDING, List.of(notices)));
    }

    static Message<?> resetByAdmin(UUID supportCode, Notice... notices) {
        return message(
                supportCode,
                new PasswordResetByAdmin(ALICE, HELEN, true, "agent-1", "Contoso", BRANDING, List.of(notices)));
    }

    static Message<?> message(UUID supportCode, Fact fact) {
        return new Message<>(
                UUID.randomUUID(), NOW, "/reset-service", "contoso", ALICE.id().toString(), supportCode, fact);
    }
}
