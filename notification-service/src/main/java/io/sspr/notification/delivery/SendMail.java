package io.sspr.notification.delivery;

import io.sspr.notification.NotificationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jboss.logging.Logger;

/** One try to hand a mail to the mail server. User data can add no header: line breaks and control characters are taken out of every header value. */
@ApplicationScoped
public class SendMail {
    private static final Logger LOG = Logger.getLogger(SendMail.class);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int PERMANENT = 500;

    private final NotificationConfig config;
    private final Clock clock;
    private final Session session;

    SendMail(NotificationConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.session = Session.getInstance(properties(config));
    }

    public Attempt send(Mail mail) {
        try {
            Transport.send(message(mail));
            return Attempt.ACCEPTED;
        } catch (AddressException e) {
            LOG.warn("A mail address is none after all");
            return Attempt.REJECTED;
        } catch (MessagingException e) {
            int reply = permanentReply(e);
            LOG.warnf(
                    "The mail server did not take a mail: cause=%s reply=%d",
                    e.getClass().getSimpleName(), reply);
            return reply >= PERMANENT ? Attempt.REJECTED : Attempt.UNREACHABLE;
        }
    }

    MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(sender(mail.senderName()));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(oneLine(mail.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        return message;
    }

    private InternetAddress sender(String name) {
        try {
            return new InternetAddress(config.mailFrom(), oneLine(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java runtime has UTF-8", e);
        }
    }

    private static String oneLine(String value) {
        return CONTROL.matcher(value).replaceAll(" ").strip();
    }

    /** The mail server's reply code if it said no for good, otherwise 0. */
    private static int permanentReply(Exception failure) {
        for (Exception e = failure;
                e != null;
                e = e instanceof MessagingException next ? next.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT) {
                return address.getReturnCode();
            }
            if (e instanceof SMTPSendFailedException refused && refused.getReturnCode() >= PERMANENT) {
                return refused.getReturnCode();
            }
        }
        return 0;
    }

    private static Properties properties(NotificationConfig config) {
        String millis = Long.toString(config.delivery().timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.host", config.smtp().host());
        properties.put("mail.smtp.port", Integer.toString(config.smtp().port()));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put(
                "mail.smtp.starttls.required", Boolean.toString(config.smtp().tlsRequired()));
        // Without a name of its own the client asks the resolver for one, which may take seconds.
        properties.put("mail.smtp.localhost", "localhost");
        properties.put("mail.smtp.allowutf8", "true");
        return properties;
    }
}
