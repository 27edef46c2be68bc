package io.sspr.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.SettableClock;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final SettableClock clock = new SettableClock();
    private Inbox inbox;

    @BeforeEach
    void start() {
        inbox = Inbox.start(InetAddress.getLoopbackAddress(), 0, clock);
    }

    @AfterEach
    void stop() {
        inbox.close();
    }

    @Test
    void takesMailForAnyAddress() throws MessagingException {
        send("whoever@nowhere.example", "Hello", "plain words", "<p>plain words</p>");

        assertThat(inbox.mails())
                .containsExactly(new Mail(
                        "whoever@nowhere.example",
                        "山田 <sender@sspr.example>",
                        "Hello",
                        "plain words",
                        "<p>plain words</p>",
                        clock.instant()));
    }

    @Test
    void readsJapaneseSubjectAndText() throws MessagingException {
        send("yuki@home.example", "確認コード", "コードは 123456 です", "<p>コード</p>");

        assertThat(inbox.mailsTo("YUKI@home.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("確認コード"))
                .satisfies(mail -> assertThat(mail.text()).isEqualTo("コードは 123456 です"));
    }

    @Test
    void filtersByRecipientOldestFirst() throws MessagingException {
        send("a@home.example", "1", "x", "x");
        send("b@home.example", "2", "x", "x");
        send("a@home.example", "3", "x", "x");

        assertThat(inbox.mailsTo("a@home.example")).extracting(Mail::subject).containsExactly("1", "3");
    }

    @Test
    void mailDoesNotPrintItsText() throws MessagingException {
        send("a@home.example", "Code 123456", "123456", "123456");

        assertThat(inbox.mails().get(0).toString()).doesNotContain("123456");
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(inbox.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("=?UTF-8?B?5bGx55Sw?= <sender@sspr.example>");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
        Transport.send(message);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }
}
