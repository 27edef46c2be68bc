package io.sspr.notification.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenApprovalTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Instant EXPIRES_AT = Instant.parse("2026-11-22T09:35:00Z");
    private static final Instant BEFORE = EXPIRES_AT.minusNanos(1);
    private static final DeliveryFailed UNANSWERED =
            new DeliveryFailed(ID, Content.APPROVAL, Channel.VOICE, 2, Cause.UNANSWERED);

    private final OpenApproval open =
            new OpenApproval(ID, Channel.VOICE, "contoso", "alice", UUID.randomUUID(), 2, EXPIRES_AT);

    @Test
    void isApprovedOrDenied_R_PHN_08() {
        assertThat(open.outcome(Reply.APPROVED, BEFORE)).contains(new ApprovalAnswered(ID, Channel.VOICE, true));
        assertThat(open.outcome(Reply.DENIED, BEFORE)).contains(new ApprovalAnswered(ID, Channel.VOICE, false));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "UNKNOWN"})
    void waitsUntilItExpires_R_FLW_33(Reply reply) {
        assertThat(open.outcome(reply, BEFORE)).isEmpty();
        assertThat(open.outcome(reply, EXPIRES_AT)).contains(UNANSWERED);
    }

    @Test
    void isGivenUpIfNobodyPicksUp_R_ERR_95() {
        assertThat(open.outcome(Reply.UNANSWERED, BEFORE)).contains(UNANSWERED);
    }

    @Test
    void answerThatIsHeardOfLateIsToldAllTheSame_R_FLW_33() {
        assertThat(open.outcome(Reply.APPROVED, EXPIRES_AT.plusSeconds(1)))
                .contains(new ApprovalAnswered(ID, Channel.VOICE, true));
    }
}
