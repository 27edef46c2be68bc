package io.sspr.notification.contact;

import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.reset.AdminContacted;
import io.sspr.contract.reset.Notice;
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
import java.util.UUID;

/**
 * Asks administrators to help a user who cannot reset the password: each by a mail of their own, so that nobody learns who else got one. The mail says
 * what is in the way and what to do; nothing in it does it. Source: R-HLP-03 … R-HLP-05, R-HLP-10.
 */
@ApplicationScoped
class TellAdministrators {
    private static final Duration WORTH_TELLING = Duration.ofDays(1);
    private static final String NOTHING_KNOWN = "None";

    private final TryToDeliver tryToDeliver;
    private final SendMail sendMail;
    private final ReportDelivery reportDelivery;
    private final Clock clock;

    TellAdministrators(TryToDeliver tryToDeliver, SendMail sendMail, ReportDelivery reportDelivery, Clock clock) {
        this.tryToDeliver = tryToDeliver;
        this.sendMail = sendMail;
        this.reportDelivery = reportDelivery;
        this.clock = clock;
    }

    void tell(Message<AdminContacted> message) {
        if (reportDelivery.isHandled(message)) {
            return;
        }
        List<DeliveryFact> facts = new ArrayList<>();
        for (Notice notice : message.event().notices()) {
            facts.add(tryToDeliver.deliver(
                    deliveryId(message),
                    Content.NOTICE,
                    Channel.EMAIL,
                    clock.instant().plus(WORTH_TELLING),
                    () -> sendMail.send(mail(notice, message))));
        }
        reportDelivery.report(message, facts);
    }

    static Mail mail(Notice notice, Message<AdminContacted> message) {
        Texts texts = Texts.in(notice.language());
        AdminContacted fact = message.event();
        String name = fact.user().userPrincipalName();
        MailBody body = new MailBody()
                .paragraph(texts.get("contact.what", called(fact.user()), fact.tenantName(), texts.at(message.time())))
                .paragraph(texts.get("contact.reason." + reason(fact)))
                .paragraph(texts.get("contact.verify"))
                .paragraph(texts.get("contact.steps", name));
        if (fact.adminAddress() != null) {
            body.paragraph(texts.get("contact.portal", fact.adminAddress()));
        }
        body.paragraph(texts.get("notice.supportCode", message.supportCode())).paragraph(texts.get("contact.fewer"));
        return new Mail(
                notice.address(),
                texts.get("mail.sender", fact.tenantName()),
                texts.get("contact.subject", fact.tenantName(), name),
                body.text(),
                body.html(notice.language(), new Letterhead(fact.tenantName(), fact.branding())));
    }

    /** The fate of its mails is reported under the reset, or without one under the fact. */
    private static UUID deliveryId(Message<AdminContacted> message) {
        UUID reset = message.event().resetId();
        return reset == null ? message.id() : reset;
    }

    private static String called(Person user) {
        return user.displayName() == null
                ? user.userPrincipalName()
                : user.displayName() + " (" + user.userPrincipalName() + ")";
    }

    /** The last part of the text's key. */
    private static String reason(AdminContacted fact) {
        if (fact.code() != null) {
            return fact.code().code();
        }
        return fact.reason() == null ? NOTHING_KNOWN : fact.reason();
    }
}
