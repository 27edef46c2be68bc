package io.sspr.notification.notice;

import static io.sspr.notification.notice.Deeds.ALICE;
import static io.sspr.notification.notice.Deeds.NOW;
import static io.sspr.notification.notice.Deeds.RESET;
import static io.sspr.notification.notice.Deeds.SUPPORT_CODE;
import static io.sspr.notification.notice.Deeds.TO_ALICE;
import static io.sspr.notification.notice.Deeds.TO_BOB;
import static io.sspr.notification.notice.Deeds.change;
import static io.sspr.notification.notice.Deeds.message;
import static io.sspr.notification.notice.Deeds.reset;
import static io.sspr.notification.notice.Deeds.resetByAdmin;
import static io.sspr.notification.notice.Deeds.unlock;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Message;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.notification.delivery.Mail;
import io.sspr.notification.delivery.Outgoing;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SendNoticesTest {
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Outgoing outgoing = new Outgoing(clock);
    private final SendNotices sendNotices =
            new SendNotices(outgoing.tryToDeliver(), outgoing.sendMail(), outgoing.reportDelivery(), clock);

    @Test
    void userReadsWhoWhenAndTheSupportCodeAndNothingElse_R_NTF_04() {
        Mail mail = mail(TO_ALICE, reset(TO_ALICE));

        assertThat(mail.to()).isEqualTo("alice@private.example");
        assertThat(mail.senderName()).isEqualTo("Account security on behalf of Contoso");
        assertThat(mail.subject()).isEqualTo("Contoso: your password was reset");
        assertThat(mail.text().split("\r\n\r\n"))
                .containsExactly(
                        "The password of alice@contoso.example was reset on 22 November 2026, 09:30 UTC by"
                                + " self-service.",
                        "If this was not you, contact your administrator at once.",
                        "Support code: 6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01\r\n");
    }

    @Test
    void administratorReadsWhoWhenAndTheSupportCodeAndNothingElse_R_NTF_02_R_NTF_04() {
        Mail mail = mail(TO_BOB, reset(TO_BOB));

        assertThat(mail.to()).isEqualTo("bob@contoso.example");
        assertThat(mail.subject()).isEqualTo("Contoso: 管理者が自分のパスワードをリセットしました");
        assertThat(mail.text().split("\r\n\r\n"))
                .containsExactly(
                        "管理者 alice@contoso.example が 2026年11月22日 09:30 UTC に自分のパスワードをセルフサービスでリセットしました。",
                        "本人の操作か疑わしい場合は、別の手段で本人に確認し、監査ログを調べてください。",
                        "サポート コード: 6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01\r\n");
    }

    @ParameterizedTest
    @CsvSource({"USER, en", "USER, ja", "ADMINISTRATOR, en", "ADMINISTRATOR, ja"})
    void noticeKeepsToItselfWhatNobodyNeedsToKnow_R_NTF_04(Audience audience, String language) {
        Notice notice = new Notice(audience, "alice@private.example", language);

        assertThat(List.of(
                        reset(notice),
                        unlock(notice),
                        change(SUPPORT_CODE, notice),
                        resetByAdmin(SUPPORT_CODE, notice)))
                .allSatisfy(message -> tellsOnlyWhatIsNeeded(mail(notice, message), language));
    }

    private static void tellsOnlyWhatIsNeeded(Mail mail, String language) {
        assertThat(List.of(mail.text(), mail.html(), mail.subject(), mail.senderName()))
                .allSatisfy(part -> assertThat(part)
                        .doesNotContain(
                                "192.0.2.7",
                                "192.0.2.9",
                                "helen@contoso.example",
                                "agent-1",
                                "MOBILE_PHONE",
                                RESET.toString(),
                                ALICE.id().toString(),
                                "null",
                                "%"));
        assertThat(mail.html())
                .contains("alice@contoso.example", "09:30 UTC", SUPPORT_CODE.toString())
                .contains("lang=\"" + language + "\"");
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void noticeWearsTheTenantsLogoAndColour_R_CFG_26(Message<?> message) {
        Mail mail = mail(TO_ALICE, message);

        assertThat(mail.html())
                .contains("#0A58CA", "<img src=\"https://www.contoso.example/logo.png\" alt=\"Contoso\"");
        assertThat(mail.text()).doesNotContain("logo", "#0A58CA");
    }

    @Test
    void everybodyWhoIsNamedIsToldAndNobodyElse_R_NTF_01_R_NTF_02() {
        sendNotices.send(reset(TO_ALICE, TO_BOB));

        assertThat(outgoing.mails())
                .extracting(Mail::to)
                .containsExactly("alice@private.example", "bob@contoso.example");
        assertThat(outgoing.facts())
                .containsExactly(
                        new Delivered(RESET, Content.NOTICE, Channel.EMAIL, 1),
                        new Delivered(RESET, Content.NOTICE, Channel.EMAIL, 1));
    }

    @Test
    void userReadsThatAnUnlockLeftThePasswordAsItWas_R_NTF_04() {
        Mail mail = mail(TO_ALICE, unlock(TO_ALICE));

        assertThat(mail.subject()).isEqualTo("Contoso: your account was unlocked");
        assertThat(mail.text().split("\r\n\r\n"))
                .containsExactly(
                        "The account alice@contoso.example was unlocked on 22 November 2026, 09:30 UTC by self-service."
                                + " Its password is the one it was.",
                        "If this was not you, somebody else passed the checks in your name."
                                + " Contact your administrator at once.",
                        "Support code: 6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01\r\n");
    }

    @Test
    void userReadsThatWhoeverChangedThePasswordKnewIt_R_NTF_04() {
        Mail mail = mail(TO_ALICE, change(SUPPORT_CODE, TO_ALICE));

        assertThat(mail.subject()).isEqualTo("Contoso: your password was changed");
        assertThat(mail.text().split("\r\n\r\n"))
                .containsExactly(
                        "The password of alice@contoso.example was replaced by a new one on 22 November 2026, 09:30"
                                + " UTC. Whoever did so knew the former password.",
                        "If this was not you, somebody else knew your password. Contact your administrator at once.",
                        "Support code: 6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01\r\n");
    }

    @Test
    void userReadsThatAnAdministratorSetThePasswordAndNotWhichOne_R_NTF_04_R_AUD_22() {
        Mail mail = mail(TO_ALICE, resetByAdmin(SUPPORT_CODE, TO_ALICE));

        assertThat(mail.subject()).isEqualTo("Contoso: your administrator set a new password for you");
        assertThat(mail.text().split("\r\n\r\n"))
                .containsExactly(
                        "An administrator gave alice@contoso.example a new password on 22 November 2026, 09:30 UTC."
                                + " The former one is no longer good.",
                        "Your administrator tells you the new password by another way, never by mail."
                                + " If you did not ask for this, contact your administrator at once.",
                        "Support code: 6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01\r\n");
    }

    @Test
    void noticeOutsideAFlowHasNoSupportCode_R_NTF_04() {
        Mail mail = mail(TO_ALICE, change(null, TO_ALICE));

        assertThat(mail.text()).doesNotContain("Support code", "null").endsWith("administrator at once.\r\n");
        assertThat(mail.html()).doesNotContain("Support code", "null");
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void subjectSaysWhatWasDone_R_NTF_04(Message<?> message, String english, String japanese) {
        Notice inJapanese = new Notice(Audience.USER, "alice@private.example", "ja");

        assertThat(mail(TO_ALICE, message).subject()).contains(english);
        assertThat(mail(inJapanese, message).subject()).contains(japanese);
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void everyDeedIsTold_R_NTF_01(Message<?> message) {
        sendNotices.send(message);

        assertThat(outgoing.mails()).extracting(Mail::to).containsExactly("alice@private.example");
    }

    @Test
    void noticesOfAResetAreReportedUnderItAndThoseOfWhatHasNoIdUnderItsFact() {
        Message<?> change = change(null, TO_ALICE);
        Message<?> byAdmin = resetByAdmin(null, TO_ALICE);

        sendNotices.send(unlock(TO_ALICE));
        sendNotices.send(change);
        sendNotices.send(byAdmin);

        assertThat(outgoing.facts())
                .containsExactly(
                        new Delivered(RESET, Content.NOTICE, Channel.EMAIL, 1),
                        new Delivered(change.id(), Content.NOTICE, Channel.EMAIL, 1),
                        new Delivered(byAdmin.id(), Content.NOTICE, Channel.EMAIL, 1));
    }

    @Test
    void nobodyIsToldOfWhatChangedNothing_R_NTF_01() {
        sendNotices.send(message(SUPPORT_CODE, new ResetCancelled(RESET, ALICE, true)));

        assertThat(outgoing.mails()).isEmpty();
        assertThat(outgoing.facts()).isEmpty();
    }

    @Test
    void nothingOfTheTextIsKeptOnceItIsSent_R_NTF_03() {
        Mail mail = mail(TO_ALICE, reset(TO_ALICE));
        sendNotices.send(reset(TO_ALICE));

        assertThat(mail.text()).contains("alice@contoso.example");
        assertThat(outgoing.facts())
                .hasSize(1)
                .allSatisfy(fact -> assertThat(fact.toString())
                        .doesNotContain("@", "password", "Contoso", SUPPORT_CODE.toString()));
    }

    @Test
    void nobodyIsToldIfTheTenantWantsNoNotices_R_CFG_14() {
        sendNotices.send(reset());

        assertThat(outgoing.mails()).isEmpty();
    }

    @Test
    void nobodyIsToldTwice_R_FLW_34() {
        outgoing.handledBefore();

        sendNotices.send(reset(TO_ALICE));

        assertThat(outgoing.mails()).isEmpty();
        assertThat(outgoing.facts()).isEmpty();
    }

    private static Stream<Arguments> deeds() {
        return Stream.of(
                Arguments.of(reset(TO_ALICE), "your password was reset", "パスワードがリセットされました"),
                Arguments.of(unlock(TO_ALICE), "your account was unlocked", "ロックが解除されました"),
                Arguments.of(change(null, TO_ALICE), "your password was changed", "パスワードが変更されました"),
                Arguments.of(
                        resetByAdmin(null, TO_ALICE), "your administrator set a new password", "管理者が新しいパスワードを設定しました"));
    }

    private static Mail mail(Notice notice, Message<?> message) {
        return SendNotices.mail(notice, message, Occasion.of(message).orElseThrow());
    }
}
