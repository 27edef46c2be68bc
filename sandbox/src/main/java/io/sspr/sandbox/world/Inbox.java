package io.sspr.sandbox.world;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;

/** A mail server that takes mail for every address and keeps the last 2,000, oldest first. Thread-safe. */
public final class Inbox implements AutoCloseable {
    private static final int CAPACITY = 2_000;

    private final Latest<Mail> mails = new Latest<>(CAPACITY);
    private final GreenMail server;
    private final Clock clock;

    private Inbox(GreenMail server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * Starts listening for SMTP.
     *
     * @param port 0 for any free port
     */
    static Inbox start(InetAddress address, int port, Clock clock) {
        ServerSetup smtp = new ServerSetup(port, address.getHostAddress(), ServerSetup.PROTOCOL_SMTP);
        Inbox inbox = new Inbox(new GreenMail(smtp), clock);
        inbox.server.getUserManager().setMessageDeliveryHandler((message, to) -> inbox.mailboxOf(to));
        inbox.server.start();
        return inbox;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    public List<Mail> mails() {
        return mails.all();
    }

    /** Those for one address, upper and lower case being the same. */
    public List<Mail> mailsTo(String address) {
        return mails.all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMailUser mailboxOf(MailAddress to) {
        // The server's own mailboxes grow for ever; this one hands over and keeps nothing.
        return new UserImpl(to.getEmail(), to.getEmail(), "", null) {
            @Override
            public void deliver(MovingMessage message) {
                keep(to.getEmail(), message);
            }
        };
    }

    private void keep(String to, MovingMessage message) {
        try {
            mails.add(Mail.of(to, message.getMessage(), clock.instant()));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalArgumentException("A mail cannot be read.", unreadable);
        }
    }
}
