package io.sspr.notification.delivery;

import io.sspr.contract.Message;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.notification.TestConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What left the service in a test: mails, text messages and facts. Everything is taken at the first try. */
public final class Outgoing {
    private final TestConfig config = TestConfig.attempts(1, Duration.ZERO);
    private final List<Mail> mails = new ArrayList<>();
    private final List<Sms> texts = new ArrayList<>();
    private final List<DeliveryFact> facts = new ArrayList<>();
    private final Clock clock;
    private boolean handledBefore;

    public Outgoing(Clock clock) {
        this.clock = clock;
    }

    public record Sms(String number, String text) {}

    /** From now on every message was handled before. */
    public void handledBefore() {
        handledBefore = true;
    }

    public List<Mail> mails() {
        return mails;
    }

    public List<Sms> texts() {
        return texts;
    }

    public List<DeliveryFact> facts() {
        return facts;
    }

    public TryToDeliver tryToDeliver() {
        return new TryToDeliver(config, clock);
    }

    public SendMail sendMail() {
        return new SendMail(config, clock) {
            @Override
            public Attempt send(Mail mail) {
                mails.add(mail);
                return Attempt.ACCEPTED;
            }
        };
    }

    public SendSms sendSms() {
        return new SendSms(null, config) {
            @Override
            public Attempt send(String number, String text) {
                texts.add(new Sms(number, text));
                return Attempt.ACCEPTED;
            }
        };
    }

    public ReportDelivery reportDelivery() {
        return new ReportDelivery(null, null, clock) {
            @Override
            public boolean isHandled(Message<?> message) {
                return handledBefore;
            }

            @Override
            public boolean report(Message<?> handled, List<DeliveryFact> what) {
                facts.addAll(what);
                return true;
            }
        };
    }
}
