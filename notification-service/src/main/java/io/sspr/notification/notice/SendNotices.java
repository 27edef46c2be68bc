package io.sspr.notification.notice;

import io.sspr.contract.Message;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.notification.delivery.Mail;
import io.sspr.notification.delivery.ReportDelivery;
import io.sspr.notification.delivery.SendMail;
import io.sspr.notification.delivery.TryToDeliver;
import io.sspr.notification.text.Letterhead;
import io.sspr.notification.text.MailBody;
import io.sspr.notification.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells people that a password was reset or changed, by whomever, or an account unlocked: who, when, what to do if it was not them; never the password. Source: R-NTF-01 … R-NTF-04. */
@ApplicationScoped
class SendNotices {
    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    private final TryToDeliver tryToDeliver;
    private final SendMail sendMail;
    private final ReportDelivery reportDelivery;
    private final Clock clock;

    SendNotices(TryToDeliver tryToDeliver, SendMail sendMail, ReportDelivery reportDelivery, Clock clock) {
        this.tryToDeliver = tryToDeliver;
        this.sendMail = sendMail;
        this.reportDelivery = reportDelivery;
        this.clock = clock;
    }

    /** A message that nobody is to be told of is passed over. */
    void send(Message<?> message) {
        Occasion.of(message)
                .filter(occasion -> !reportDelivery.isHandled(message))
                .ifPresent(occasion -> send(message, occasion));
    }

    private void send(Message<?> message, Occasion occasion) {
        List<DeliveryFact> facts = new ArrayList<>();
        for (Notice notice : occasion.notices()) {
            facts.add(tryToDeliver.deliver(
                    occasion.deliveryId(),
                    Content.NOTICE,
                    Channel.EMAIL,
                    clock.instant().plus(WORTH_TELLING),
                    () -> sendMail.send(mail(notice, message, occasion))));
        }
        reportDelivery.report(message, facts);
    }

    static Mail mail(Notice notice, Message<?> message, Occasion occasion) {
        Texts texts = Texts.in(notice.language());
        String audience = notice.audience() == Audience.USER ? "user" : "administrator";
        String key = "notice." + occasion.deed().key() + "." + audience;
        MailBody body = new MailBody()
                .paragraph(texts.get(key + ".what", occasion.user().userPrincipalName(), texts.at(message.time())))
                .paragraph(texts.get(key + ".notYou"));
        if (message.supportCode() != null) {
            body.paragraph(texts.get("notice.supportCode", message.supportCode()));
        }
        return new Mail(
                notice.address(),
                texts.get("mail.sender", occasion.tenantName()),
                texts.get(key + ".subject", occasion.tenantName()),
                body.text(),
                body.html(notice.language(), new Letterhead(occasion.tenantName(), occasion.branding())));
    }
}
