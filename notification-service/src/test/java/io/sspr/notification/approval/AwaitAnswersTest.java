package io.sspr.notification.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.contract.Fact;
import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import io.sspr.notification.TestConfig;
import io.sspr.notification.TestGateway;
import io.sspr.notification.delivery.Gateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwaitAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final TestGateway gateway = new TestGateway(0);
    private final TestConfig config = TestConfig.gateway(gateway.port());
    private final List<OpenApproval> open = new ArrayList<>();
    private final List<Fact> told = new ArrayList<>();
    private final AwaitAnswers awaitAnswers = new AwaitAnswers(
            new Stored(), new Carrier(new Gateway(new ObjectMapper(), config), config), new Told(), CLOCK);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void tellsEveryAnswerAndKeepsWaitingForTheOthers_R_PHN_08() {
        // Given
        UUID confirmed = call("CONFIRMED", NOW.plusSeconds(9));
        call("RINGING", NOW.plusSeconds(9));
        UUID rejected = call("REJECTED", NOW.plusSeconds(9));

        // When
        awaitAnswers.byVoice();

        // Then
        assertThat(told)
                .containsExactly(
                        new ApprovalAnswered(confirmed, Channel.VOICE, true),
                        new ApprovalAnswered(rejected, Channel.VOICE, false));
    }

    @Test
    void givesUpWhatExpired_R_APP_03() {
        UUID id = open(Channel.PUSH, "PENDING", NOW);

        awaitAnswers.byPush();

        assertThat(told).containsExactly(new DeliveryFailed(id, Content.APPROVAL, Channel.PUSH, 1, Cause.UNANSWERED));
    }

    @Test
    void channelsDoNotMeet() {
        open(Channel.PUSH, "APPROVED", NOW.plusSeconds(9));

        awaitAnswers.byVoice();

        assertThat(told).isEmpty();
    }

    @Test
    void carrierThatIsDownEndsNothingBeforeItsTime_R_FLW_33() {
        call("CONFIRMED", NOW.plusSeconds(9));
        gateway.close();

        awaitAnswers.byVoice();

        assertThat(told).isEmpty();
    }

    private UUID call(String state, Instant expiresAt) {
        return open(Channel.VOICE, state, expiresAt);
    }

    private UUID open(Channel channel, String state, Instant expiresAt) {
        UUID id = UUID.randomUUID();
        gateway.state(id, state);
        open.add(new OpenApproval(id, channel, "contoso", "alice", UUID.randomUUID(), 1, expiresAt));
        return id;
    }

    private final class Stored extends OpenApprovals {
        Stored() {
            super(null);
        }

        @Override
        List<OpenApproval> takeDue(Channel channel, Instant now, Duration pause, int limit) {
            return open.stream()
                    .filter(approval -> approval.channel() == channel)
                    .toList();
        }
    }

    private final class Told extends SettleApproval {
        Told() {
            super(null, null, null, CLOCK);
        }

        @Override
        void settle(OpenApproval approval, Fact outcome) {
            told.add(outcome);
        }
    }
}
