package io.sspr.notification.notice;

import io.sspr.contract.Message;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.notification.NotificationConfig;
import io.sspr.notification.delivery.KeepTrying;
import io.sspr.notification.delivery.MailCarrier;
import io.sspr.notification.delivery.Outcome;
import io.sspr.notification.delivery.Patience;
import io.sspr.notification.delivery.SettleDelivery;
import io.sspr.notification.text.Letter;
import io.sspr.notification.text.WriteNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Mails everybody who is to know of a finished reset, one mail per address, and tells what became of each. A notice outlasts a mail server that is
 * away for some minutes; that holds up later notices and nothing else. For crashes and repetitions see {@link SettleDelivery}: all notices of one
 * reset are settled together, so after a crash each of them may arrive twice. No text is kept anywhere (R-NTF-03). Source: R-NTF-01 … R-NTF-04.
 */
@ApplicationScoped
class SendNotices {
    private static final Logger LOG = Logger.getLogger(SendNotices.class);

    private final MailCarrier mail;
    private final KeepTrying keepTrying;
    private final SettleDelivery settle;
    private final NotificationConfig config;
    private final Clock clock;

    SendNotices(
            MailCarrier mail, KeepTrying keepTrying, SettleDelivery settle, NotificationConfig config, Clock clock) {
        this.mail = mail;
        this.keepTrying = keepTrying;
        this.settle = settle;
        this.config = config;
        this.clock = clock;
    }

    void send(Message<ResetSucceeded> message) {
        List<Notice> notices = message.event().notices();
        if (notices.isEmpty() || !settle.isOpen(message)) {
            return;
        }
        WriteNotice words = words(message);
        Patience patience = Patience.ofNotice(clock.instant().plus(config.noticePatience()));
        List<DeliveryFact> facts = new ArrayList<>();
        for (Notice notice : notices) {
            Letter letter = words.asLetter(notice.audience(), notice.language());
            Outcome outcome = keepTrying.deliver(patience, () -> mail.send(notice.address(), letter));
            facts.add(outcome.fact(message.event().resetId(), Content.NOTICE, Channel.EMAIL));
            LOG.infof(
                    "A notice was dealt with: outcome=%s audience=%s supportCode=%s tenant=%s",
                    outcome, notice.audience(), message.supportCode(), message.tenant());
        }
        settle.settle(message, facts);
    }

    private WriteNotice words(Message<ResetSucceeded> message) {
        return new WriteNotice(
                message.event().tenantName(),
                message.event().user(),
                message.time().atZone(config.timeZone()),
                message.supportCode());
    }
}
