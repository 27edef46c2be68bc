package io.sspr.notification.code;

import io.sspr.contract.Message;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import io.sspr.contract.delivery.MessagePurpose;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.BrokenSealException.Fault;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.seal.Secret;
import io.sspr.notification.delivery.Attempt;
import io.sspr.notification.delivery.Mail;
import io.sspr.notification.delivery.ReportDelivery;
import io.sspr.notification.delivery.SendMail;
import io.sspr.notification.delivery.SendSms;
import io.sspr.notification.delivery.TryToDeliver;
import io.sspr.notification.key.NotificationKeys;
import io.sspr.notification.text.Letterhead;
import io.sspr.notification.text.MailBody;
import io.sspr.notification.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Brings a one-time code to its user. The code is in clear only between the opened seal and the mail server or gateway. */
@ApplicationScoped
class DeliverCodes {
    private static final Logger LOG = Logger.getLogger(DeliverCodes.class);

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final NotificationKeys keys;
    private final TryToDeliver tryToDeliver;
    private final SendMail sendMail;
    private final SendSms sendSms;
    private final ReportDelivery reportDelivery;
    private final Clock clock;

    DeliverCodes(
            NotificationKeys keys,
            TryToDeliver tryToDeliver,
            SendMail sendMail,
            SendSms sendSms,
            ReportDelivery reportDelivery,
            Clock clock) {
        this.keys = keys;
        this.tryToDeliver = tryToDeliver;
        this.sendMail = sendMail;
        this.sendSms = sendSms;
        this.reportDelivery = reportDelivery;
        this.clock = clock;
    }

    void deliver(Message<DeliverCode> message) {
        if (reportDelivery.isHandled(message)) {
            return;
        }
        reportDelivery.report(message, List.of(deliver(message.event())));
    }

    private DeliveryFact deliver(DeliverCode request) {
        try {
            Secret code = Seal.open(request.sealedCode(), request.sealContext(), keys.sealing(), clock.instant());
            return tryToDeliver.deliver(
                    request.deliveryId(),
                    Content.CODE,
                    request.channel(),
                    request.expiresAt(),
                    () -> send(request, code));
        } catch (BrokenSealException e) {
            LOG.warnf("A code cannot be delivered: deliveryId=%s cause=%s", request.deliveryId(), e.getMessage());
            Cause cause = e.fault() == Fault.EXPIRED ? Cause.EXPIRED : Cause.UNREADABLE;
            return new DeliveryFailed(request.deliveryId(), Content.CODE, request.channel(), 0, cause);
        }
    }

    private Attempt send(DeliverCode request, Secret code) {
        Texts texts = Texts.in(request.language());
        long minutes = minutesLeft(request);
        if (request.channel() == Channel.SMS) {
            String sms = texts.get("code.sms." + request.purpose(), request.tenantName(), code.reveal(), minutes);
            return sendSms.send(request.destination(), sms);
        }
        return sendMail.send(mail(request, code, minutes, texts));
    }

    /** How long the code is of use: whole minutes, rounded, never none. */
    private long minutesLeft(DeliverCode request) {
        Duration left = Duration.between(clock.instant(), request.expiresAt());
        return Math.max(1, left.plus(HALF_A_MINUTE).toMinutes());
    }

    /** Source: R-CFG-25, R-EML-02. */
    static Mail mail(DeliverCode request, Secret code, long minutes, Texts texts) {
        MessagePurpose purpose = request.purpose();
        String tenant = request.tenantName();
        MailBody body = new MailBody()
                .paragraph(texts.get("code.mail.greeting." + purpose, tenant))
                .highlight(code.reveal())
                .paragraph(texts.get("code.mail.validity", minutes))
                .paragraph(texts.get("code.mail.notYou." + purpose));
        return new Mail(
                request.destination(),
                texts.get("mail.sender", tenant),
                texts.get("code.mail.subject." + purpose, tenant),
                body.text(),
                body.html(request.language(), new Letterhead(tenant, request.branding())));
    }
}
