package io.sspr.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.notification.delivery.Mail;
import io.sspr.notification.delivery.Outgoing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendNoticesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:59Z");
    private static final UUID SUPPORT_CODE = UUID.fromString("6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01");
    private static final UUID RESET = UUID.fromString("11111111-5b1a-4a57-9a58-0d6c1a3a5b01");
    private static final Person ALICE = new Person(
            UUID.fromString("22222222-5b1a-4a57-9a58-0d6c1a3a5b01"), "Alice A.", "alice@contoso.example", "192.0.2.7");
    private static final Notice TO_ALICE = new Notice(Audience.USER, "alice@private.example", "en");
    private static final Notice TO_BOB = new Notice(Audience.ADMINISTRATOR, "bob@contoso.example", "ja");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Outgoing outgoing = new Outgoing(clock);
    private final SendNotices sendNotices =
            new SendNotices(outgoing.tryToDeliver(), outgoing.sendMail(), outgoing.reportDelivery(), clock);

    @Test
    void userReadsWhoWhenAndTheSupportCodeAndNothingElse_R_NTF_04() {
        Mail mail = SendNotices.mail(TO_ALICE, succeeded(TO_ALICE));

        assertThat(mail.to()).isEqualTo("alice@private.example");
        assertThat(mail.senderName()).isEqualTo("Password reset on behalf of Contoso");
        assertThat(mail.subject()).isEqualTo("Contoso: your password was reset");
        assertThat(mail.text().split("\r\n\r\n"))
                .containsExactly(
                        "The password of alice@contoso.example was reset on 2026-11-22 09:30 UTC by self-service.",
                        "If this was not you, contact your administrator at once.",
                        "Support code: 6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01\r\n");
    }

    @Test
    void administratorReadsWhoWhenAndTheSupportCodeAndNothingElse_R_NTF_02_R_NTF_04() {
        Mail mail = SendNotices.mail(TO_BOB, succeeded(TO_BOB));

        assertThat(mail.to()).isEqualTo("bob@contoso.example");
        assertThat(mail.subject()).isEqualTo("Contoso: 管理者が自分のパスワードをリセットしました");
        assertThat(mail.text().split("\r\n\r\n"))
                .containsExactly(
                        "管理者 alice@contoso.example が 2026-11-22 09:30 UTC に自分のパスワードをセルフサービスでリセットしました。",
                        "本人の操作か疑わしい場合は、別の手段で本人に確認し、監査ログを調べてください。",
                        "サポート コード: 6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01\r\n");
    }

    @ParameterizedTest
    @CsvSource({"USER, en", "USER, ja", "ADMINISTRATOR, en", "ADMINISTRATOR, ja"})
    void noticeKeepsToItselfWhatNobodyNeedsToKnow_R_NTF_04(Audience audience, String language) {
        Notice notice = new Notice(audience, "alice@private.example", language);
        Mail mail = SendNotices.mail(notice, succeeded(notice));

        for (String part : List.of(mail.text(), mail.html(), mail.subject(), mail.senderName())) {
            assertThat(part)
                    .doesNotContain(
                            "192.0.2.7",
                            "agent-1",
                            "MOBILE_PHONE",
                            RESET.toString(),
                            ALICE.id().toString(),
                            "null",
                            "%");
        }
        assertThat(mail.html())
                .contains("alice@contoso.example", "2026-11-22 09:30 UTC", SUPPORT_CODE.toString())
                .contains("lang=\"" + language + "\"");
    }

    @Test
    void everybodyWhoIsNamedIsToldAndNobodyElse_R_NTF_01_R_NTF_02() {
        sendNotices.send(succeeded(TO_ALICE, TO_BOB));

        assertThat(outgoing.mails())
                .extracting(Mail::to)
                .containsExactly("alice@private.example", "bob@contoso.example");
        assertThat(outgoing.facts())
                .containsExactly(
                        new Delivered(RESET, Content.NOTICE, Channel.EMAIL, 1),
                        new Delivered(RESET, Content.NOTICE, Channel.EMAIL, 1));
    }

    @Test
    void nobodyIsToldIfTheTenantWantsNoNotices_R_CFG_14() {
        sendNotices.send(succeeded());

        assertThat(outgoing.mails()).isEmpty();
    }

    @Test
    void nobodyIsToldTwice_R_FLW_34() {
        outgoing.handledBefore();

        sendNotices.send(succeeded(TO_ALICE));

        assertThat(outgoing.mails()).isEmpty();
        assertThat(outgoing.facts()).isEmpty();
    }

    private static Message<ResetSucceeded> succeeded(Notice... notices) {
        return new Message<>(
                UUID.randomUUID(),
                NOW,
                "/reset-service",
                "contoso",
                ALICE.id().toString(),
                SUPPORT_CODE,
                new ResetSucceeded(RESET, ALICE, List.of("MOBILE_PHONE"), "agent-1", "Contoso", List.of(notices)));
    }
}
