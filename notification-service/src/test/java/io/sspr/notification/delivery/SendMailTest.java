package io.sspr.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.notification.TestConfig;
import io.sspr.notification.text.Letterhead;
import io.sspr.notification.text.MailBody;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendMailTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final String ALICE = "alice@private.example";

    private final SendMail sendMail =
            new SendMail(TestConfig.attempts(1, Duration.ZERO), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void hasTheSameWordsInTwoParts() throws Exception {
        MimeMessage message = read(mail(ALICE, "Contoso", "Your code"));

        assertThat(message.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertPart(parts.getBodyPart(0), "text/plain", "コード: Contoso");
        assertPart(parts.getBodyPart(1), "text/html", "<p>コード: Contoso</p>");
    }

    @Test
    void hasSenderReceiverSubjectAndTime_R_CFG_25_R_HLP_10() throws Exception {
        MimeMessage message = read(mail(ALICE, "Password reset on behalf of Contoso", "Contoso: your code"));

        assertThat(message.getFrom())
                .containsExactly(new InternetAddress("sspr@contoso.example", "Password reset on behalf of Contoso"));
        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress(ALICE));
        assertThat(message.getSubject()).isEqualTo("Contoso: your code");
        assertThat(message.getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void encodesSenderAndSubject_R_CFG_25() throws Exception {
        Mail mail = mail(ALICE, "コントソ株式会社 の代理 (パスワード リセット)", "コントソ株式会社: パスワード リセットの確認コード");

        MimeMessage message = read(mail);

        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo(mail.senderName());
        assertThat(message.getSubject()).isEqualTo(mail.subject());
        assertThat(head(mail)).matches(text -> text.chars().allMatch(c -> c < 128), "is ASCII");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void userDataAddsNoHeader(String evil) throws Exception {
        Mail mail = mail(ALICE, evil, evil + ": your code");

        assertThat(headerNames(mail)).isEqualTo(headerNames(mail(ALICE, "Contoso", "Contoso: your code")));
        assertThat(read(mail).getSubject()).doesNotContainPattern("\\p{Cntrl}");
        assertThat(((InternetAddress) read(mail).getFrom()[0]).getPersonal()).doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void userDataAddsNoReceiverAndNoPart(String evil) throws Exception {
        MimeMessage message = read(mail(ALICE, evil, evil));

        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress(ALICE));
        assertThat(message.getFrom()).hasSize(1);
        assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void userDataAddsNoTag(String evil) throws Exception {
        assertThat(tags(html(mail(ALICE, evil, evil)))).isEqualTo(tags(html(mail(ALICE, "Contoso", "Contoso"))));
    }

    static Stream<String> attacks() {
        return Stream.of(
                "Contoso\r\nBcc: eve@evil.example",
                "Contoso\nBcc: eve@evil.example",
                "Contoso\rBcc: eve@evil.example",
                "Contoso\r\n\r\n<script>alert(1)</script>",
                "Contoso\r\n Folded\r\nX-Evil: 1",
                "Contoso\u2028X-Evil: 1\u0085Bcc: eve@evil.example",
                "コントソ\r\nBcc: eve@evil.example",
                "\"Contoso\" <eve@evil.example>, <b>x</b> & 'y'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@private.example\r\nBcc: eve@evil.example",
                "alice@private.example, eve@evil.example",
                "alice private.example",
                ""
            })
    void addressThatIsNotOneIsRefused_R_EML_01(String address) {
        assertThatThrownBy(() -> sendMail.message(mail(address, "Contoso", "code")))
                .isInstanceOf(AddressException.class);
        assertThat(sendMail.send(mail(address, "Contoso", "code"))).isEqualTo(Attempt.REJECTED);
    }

    @Test
    void addressMayBeAnInternationalOne_R_EML_01() throws Exception {
        MimeMessage message = sendMail.message(mail("甲斐@黒川.日本", "Contoso", "code"));

        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress())
                .isEqualTo("甲斐@黒川.日本");
    }

    @Test
    void mailServerThatIsDownIsUnreachable_R_ERR_95() {
        assertThat(sendMail.send(mail(ALICE, "Contoso", "code"))).isEqualTo(Attempt.UNREACHABLE);
    }

    private static Mail mail(String to, String senderName, String subject) {
        MailBody body = new MailBody().paragraph("コード: " + senderName);
        return new Mail(to, senderName, subject, body.text(), body.html("ja", new Letterhead(senderName, null)));
    }

    private MimeMessage read(Mail mail) throws MessagingException, IOException {
        return new MimeMessage(null, new ByteArrayInputStream(written(mail)));
    }

    private byte[] written(Mail mail) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MimeMessage message = sendMail.message(mail);
        message.saveChanges();
        message.writeTo(out);
        return out.toByteArray();
    }

    private String head(Mail mail) throws MessagingException, IOException {
        String all = new String(written(mail), StandardCharsets.UTF_8);
        return all.substring(0, all.indexOf("\r\n\r\n"));
    }

    private List<String> headerNames(Mail mail) throws MessagingException, IOException {
        List<String> names = new ArrayList<>();
        for (Header header : Collections.list(read(mail).getAllHeaders())) {
            names.add(header.getName());
        }
        return names;
    }

    private String html(Mail mail) throws MessagingException, IOException {
        return (String) ((MimeMultipart) read(mail).getContent()).getBodyPart(1).getContent();
    }

    private static long tags(String html) {
        return html.chars().filter(c -> c == '<').count();
    }

    private static void assertPart(Part part, String type, String words) throws MessagingException, IOException {
        assertThat(part.getContentType()).startsWith(type).containsIgnoringCase("charset=utf-8");
        assertThat((String) part.getContent()).contains(words);
    }
}
