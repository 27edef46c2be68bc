package io.sspr.sandbox.world;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Instant;

/**
 * One mail in the inbox of one recipient. Its texts may hold a code, so they do not print.
 *
 * @param to envelope recipient
 * @param from header field, decoded
 * @param text plain part, empty if there is none; the same for html
 */
public record Mail(String to, String from, String subject, String text, String html, Instant at) {
    static Mail of(String to, MimeMessage message, Instant at) throws MessagingException, IOException {
        String from = message.getFrom() == null ? "" : decoded(message.getFrom()[0].toString());
        String subject = message.getSubject() == null ? "" : message.getSubject();
        return new Mail(to, from, subject, body(message, "text/plain"), body(message, "text/html"), at);
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                String found = body(each, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String decoded(String header) throws IOException {
        return MimeUtility.decodeText(header);
    }

    @Override
    public String toString() {
        return "mail at " + at;
    }
}
