package io.sspr.notification.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Branding;
import io.sspr.contract.Message;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import io.sspr.contract.delivery.MessagePurpose;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.seal.Secret;
import io.sspr.notification.TestConfig;
import io.sspr.notification.TestKeys;
import io.sspr.notification.delivery.Mail;
import io.sspr.notification.delivery.Outgoing;
import io.sspr.notification.delivery.Outgoing.Sms;
import io.sspr.notification.key.NotificationKeys;
import io.sspr.notification.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverCodesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant IN_FIVE_MINUTES = NOW.plus(Duration.ofMinutes(5));
    private static final UUID ID = UUID.randomUUID();
    private static final Secret CODE = Secret.of("012345");
    private static final Branding BRANDING = new Branding("https://www.contoso.example/logo.png", "#0A58CA");

    @TempDir
    private static Path folder;

    private static PublicJsonWebKey key;
    private static NotificationKeys ownKeys;

    private final Outgoing outgoing = new Outgoing(CLOCK);
    private final DeliverCodes deliverCodes = new DeliverCodes(
            ownKeys,
            outgoing.tryToDeliver(),
            outgoing.sendMail(),
            outgoing.sendSms(),
            outgoing.reportDelivery(),
            CLOCK);

    @BeforeAll
    static void makeKeys() {
        key = TestKeys.in(folder).sealing();
        ownKeys = new NotificationKeys(TestConfig.keys(folder));
    }

    @ParameterizedTest
    @CsvSource({"en, Contoso, valid for 5 min, If this was not you", "ja, コントソ株式会社, 5 分以内に 1 回だけ, 心当たりがない場合"})
    void mailHoldsCodeTenantAndValidity_R_EML_02_R_CFG_25(
            String language, String tenant, String validity, String notYou) {
        Mail mail = DeliverCodes.mail(request(Channel.EMAIL, language, tenant), CODE, 5, Texts.in(language));

        assertThat(mail.to()).isEqualTo("alice@private.example");
        assertThat(mail.text()).contains("012345", tenant, validity, notYou);
        assertThat(mail.html()).contains("012345", tenant, validity, notYou, "lang=\"" + language + "\"");
        assertThat(mail.senderName()).contains(tenant);
        assertThat(mail.subject()).contains(tenant).doesNotContain("012345");
    }

    @ParameterizedTest
    @CsvSource({
        "RESET, en, the password reset, reset the password, has not been changed",
        "RESET, ja, パスワード リセット, パスワードをリセット, まだ変更されていません",
        "REGISTRATION, en, to register this address, register this email address, this address is not registered",
        "REGISTRATION, ja, このアドレスを登録, アカウントに登録する操作, 登録されません",
        "IDENTITY, en, your security info, see its security info, change your password at once",
        "IDENTITY, ja, セキュリティ情報, セキュリティ情報を表示する操作, すぐにパスワードを変更"
    })
    void mailSaysWhatTheCodeIsFor_R_CFG_25_R_REG_14_R_REG_15(
            MessagePurpose purpose, String language, String subject, String greeting, String notYou) {
        DeliverCode request = request(purpose, Channel.EMAIL, language, "Contoso", "sealed", IN_FIVE_MINUTES);

        Mail mail = DeliverCodes.mail(request, CODE, 5, Texts.in(language));

        assertThat(mail.subject()).startsWith("Contoso ").contains(subject);
        assertThat(mail.text()).contains(greeting, notYou);
        assertThat(mail.html()).contains(greeting, notYou, "<strong>012345</strong>");
        if (purpose != MessagePurpose.RESET) {
            assertThat(mail.subject() + mail.senderName() + mail.text()).doesNotContain("reset", "リセット");
        }
    }

    @ParameterizedTest
    @CsvSource({"RESET, password reset", "REGISTRATION, to register this phone", "IDENTITY, security info"})
    void smsSaysWhatTheCodeIsFor_R_REG_14_R_REG_15(MessagePurpose purpose, String words) {
        DeliverCode open = request(purpose, Channel.SMS, "en", "Contoso", null, IN_FIVE_MINUTES);

        deliver(open.sealedWith(Seal.seal(CODE, open.sealContext(), key)));

        assertThat(outgoing.texts())
                .singleElement()
                .satisfies(sms -> assertThat(sms.text()).contains("Contoso", words, "012345"));
    }

    @Test
    void mailWearsTheTenantsLogoAndColour_R_CFG_26() {
        Mail mail = DeliverCodes.mail(request(Channel.EMAIL, "en", "Contoso"), CODE, 5, Texts.in("en"));

        assertThat(mail.html())
                .contains("#0A58CA", "<img src=\"https://www.contoso.example/logo.png\" alt=\"Contoso\"");
        assertThat(mail.text()).doesNotContain("logo", "#0A58CA");
    }

    @Test
    void mailEscapesTheTenantsName_R_CFG_25() {
        Mail mail = DeliverCodes.mail(request(Channel.EMAIL, "en", "<b>A&B</b>"), CODE, 5, Texts.in("en"));

        assertThat(mail.html()).contains("&lt;b&gt;A&amp;B&lt;/b&gt;").doesNotContain("<b>");
    }

    @Test
    void codeGoesByMail_R_EML_02() {
        deliver(sealed(Channel.EMAIL, "en", key, IN_FIVE_MINUTES));

        assertThat(outgoing.mails())
                .hasSize(1)
                .first()
                .extracting(Mail::text)
                .asString()
                .contains("012345");
        assertThat(outgoing.texts()).isEmpty();
        assertThat(outgoing.facts()).containsExactly(new Delivered(ID, Content.CODE, Channel.EMAIL, 1));
    }

    @Test
    void codeGoesBySms_R_PHN_08() {
        deliver(sealed(Channel.SMS, "ja", key, IN_FIVE_MINUTES));

        assertThat(outgoing.texts())
                .containsExactly(new Sms("+1 4251234567", "Contoso パスワード リセットの確認コード: 012345 (5 分間有効)"));
        assertThat(outgoing.mails()).isEmpty();
        assertThat(outgoing.facts()).containsExactly(new Delivered(ID, Content.CODE, Channel.SMS, 1));
    }

    @ParameterizedTest
    @CsvSource({"PT5M, 5", "PT4M58S, 5", "PT4M31S, 5", "PT4M29S, 4", "PT15M, 15", "PT10S, 1"})
    void saysForHowManyMinutesTheCodeIsOfUse_R_PHN_10_R_EML_02(Duration left, int minutes) {
        deliver(sealed(Channel.SMS, "en", key, NOW.plus(left)));
        deliver(sealed(Channel.EMAIL, "en", key, NOW.plus(left)));

        assertThat(outgoing.texts().get(0).text()).contains("valid " + minutes + " min");
        assertThat(outgoing.mails().get(0).text()).contains("valid for " + minutes + " min");
    }

    @Test
    void codeIsNotSentTwice_R_FLW_34() {
        outgoing.handledBefore();

        deliver(sealed(Channel.SMS, "en", key, IN_FIVE_MINUTES));

        assertThat(outgoing.texts()).isEmpty();
        assertThat(outgoing.facts()).isEmpty();
    }

    @Test
    void codeThatExpiredStaysSealed_R_PHN_10() {
        deliver(sealed(Channel.SMS, "en", key, NOW));

        assertFailed(Channel.SMS, Cause.EXPIRED);
    }

    @Test
    void codeSealedToAnotherKeyCannotBeRead_R_PHN_11() {
        deliver(sealed(Channel.EMAIL, "en", TestKeys.rsa("another"), IN_FIVE_MINUTES));

        assertFailed(Channel.EMAIL, Cause.UNREADABLE);
    }

    @Test
    void codeSealedForMailDoesNotGoBySms_R_PHN_11() {
        DeliverCode mail = sealed(Channel.EMAIL, "en", key, IN_FIVE_MINUTES);

        deliver(request(Channel.SMS, "en", "Contoso").sealedWith(mail.sealedCode()));

        assertFailed(Channel.SMS, Cause.UNREADABLE);
    }

    @Test
    void codeSealedForAResetIsNotSentForARegistration_R_REG_15() {
        String forReset = sealed(Channel.EMAIL, "en", key, IN_FIVE_MINUTES).sealedCode();

        deliver(request(MessagePurpose.REGISTRATION, Channel.EMAIL, "en", "Contoso", forReset, IN_FIVE_MINUTES));

        assertFailed(Channel.EMAIL, Cause.UNREADABLE);
    }

    private void assertFailed(Channel channel, Cause cause) {
        assertThat(outgoing.texts()).isEmpty();
        assertThat(outgoing.mails()).isEmpty();
        assertThat(outgoing.facts()).containsExactly(new DeliveryFailed(ID, Content.CODE, channel, 0, cause));
    }

    private void deliver(DeliverCode request) {
        deliverCodes.deliver(new Message<>(
                UUID.randomUUID(), NOW, "/reset-service", "contoso", "alice", UUID.randomUUID(), request));
    }

    private static DeliverCode sealed(Channel channel, String language, PublicJsonWebKey to, Instant expiresAt) {
        DeliverCode open = request(MessagePurpose.RESET, channel, language, "Contoso", null, expiresAt);
        return open.sealedWith(Seal.seal(CODE, open.sealContext(), to));
    }

    private static DeliverCode request(Channel channel, String language, String tenantName) {
        return request(MessagePurpose.RESET, channel, language, tenantName, "sealed", IN_FIVE_MINUTES);
    }

    private static DeliverCode request(
            MessagePurpose purpose,
            Channel channel,
            String language,
            String tenantName,
            String sealedCode,
            Instant expiresAt) {
        String destination = channel == Channel.SMS ? "+1 4251234567" : "alice@private.example";
        return new DeliverCode(
                ID, "contoso", purpose, channel, destination, language, tenantName, BRANDING, sealedCode, expiresAt);
    }
}
