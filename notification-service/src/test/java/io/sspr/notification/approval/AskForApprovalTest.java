package io.sspr.notification.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.contract.Message;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import io.sspr.contract.delivery.MessagePurpose;
import io.sspr.notification.TestConfig;
import io.sspr.notification.TestGateway;
import io.sspr.notification.delivery.Gateway;
import io.sspr.notification.delivery.Outgoing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskForApprovalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant IN_FIVE_MINUTES = NOW.plus(Duration.ofMinutes(5));
    private static final UUID ID = UUID.randomUUID();

    private final TestGateway gateway = new TestGateway(0);
    private final TestConfig config = TestConfig.gateway(gateway.port());
    private final Outgoing outgoing = new Outgoing(CLOCK);
    private final Remembered remembered = new Remembered();
    private final AskForApproval askForApproval = new AskForApproval(
            outgoing.reportDelivery(),
            outgoing.tryToDeliver(),
            new Carrier(new Gateway(new ObjectMapper(), config), config),
            remembered);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void placesACallAndRemembersToAskForItsAnswer_R_PHN_08() {
        ask(Channel.VOICE, IN_FIVE_MINUTES);

        assertThat(gateway.posted()).hasSize(1);
        assertThat(remembered.facts).containsExactly(new Delivered(ID, Content.APPROVAL, Channel.VOICE, 1));
    }

    @Test
    void notifiesADeviceAndRemembersToAskForItsAnswer_R_APP_03() {
        ask(Channel.PUSH, IN_FIVE_MINUTES);

        assertThat(gateway.posted()).hasSize(1);
        assertThat(remembered.facts).containsExactly(new Delivered(ID, Content.APPROVAL, Channel.PUSH, 1));
    }

    @Test
    void saysIfNobodyCanBeCalled_R_ERR_95() {
        gateway.status(503);

        ask(Channel.VOICE, IN_FIVE_MINUTES);

        assertThat(remembered.facts)
                .containsExactly(new DeliveryFailed(ID, Content.APPROVAL, Channel.VOICE, 1, Cause.UNREACHABLE));
    }

    @Test
    void callsNobodyOnceItIsTooLate_R_WB_31f() {
        ask(Channel.VOICE, NOW);

        assertThat(gateway.posted()).isEmpty();
        assertThat(remembered.facts)
                .containsExactly(new DeliveryFailed(ID, Content.APPROVAL, Channel.VOICE, 0, Cause.EXPIRED));
    }

    @Test
    void callsNobodyTwice_R_FLW_34() {
        outgoing.handledBefore();

        ask(Channel.VOICE, IN_FIVE_MINUTES);

        assertThat(gateway.posted()).isEmpty();
        assertThat(remembered.facts).isEmpty();
    }

    private void ask(Channel channel, Instant expiresAt) {
        String destination = channel == Channel.VOICE ? "+81 312345678" : "device-x7";
        AskApproval request =
                new AskApproval(ID, "contoso", MessagePurpose.RESET, channel, destination, "en", "Contoso", expiresAt);
        askForApproval.ask(new Message<>(
                UUID.randomUUID(), NOW, "/reset-service", "contoso", "alice", UUID.randomUUID(), request));
    }

    /** Keeps what would be stored. */
    private static final class Remembered extends RememberApproval {
        private final List<DeliveryFact> facts = new ArrayList<>();

        Remembered() {
            super(null, null, CLOCK);
        }

        @Override
        void remember(Message<AskApproval> message, DeliveryFact fact) {
            facts.add(fact);
        }
    }
}
