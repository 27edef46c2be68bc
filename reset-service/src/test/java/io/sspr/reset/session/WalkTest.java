package io.sspr.reset.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.reset.gate.Challenge.Delivery;
import io.sspr.reset.gate.Method;
import io.sspr.reset.page.Brand;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Language;
import io.sspr.reset.session.ResetView.ChallengeView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WalkTest {
    private static final Instant END = Instant.parse("2026-05-01T03:15:00Z");
    private static final Instant IN_TIME = END.minusSeconds(1);
    private static final ChallengeView MAIL =
            new ChallengeView(UUID.randomUUID(), Method.EMAIL, Channel.EMAIL, END, Delivery.REQUESTED, null);

    private final ResetSession session = new ResetSession(UUID.randomUUID());
    private ChallengeView challenge;
    private boolean unlockOffered;

    @ParameterizedTest
    @CsvSource({
        "GATES_OPEN, METHODS",
        "PASSWORD_OPEN, PASSWORD",
        "WRITEBACK_PENDING, RESULT",
        "SUCCEEDED, RESULT",
        "REFUSED, RESULT",
        "BLOCKED, RESULT",
        "CANCELLED, RESULT",
        "ABANDONED, RESULT"
    })
    void itGoesOnWhereTheResetStands_R_FLW_11(StateName state, WalkStep next) {
        assertThat(walk(state, IN_TIME).next()).isEqualTo(next);
    }

    @Test
    void anOpenChallengeIsAnsweredNext_R_FLW_07() {
        challenge = MAIL;

        assertThat(walk(StateName.GATES_OPEN, IN_TIME).next()).isEqualTo(WalkStep.CODE);
        assertThat(walk(StateName.GATES_OPEN, IN_TIME).allows(WalkStep.METHODS)).isTrue();
        assertThat(walk(StateName.GATES_OPEN, IN_TIME).allows(WalkStep.PASSWORD))
                .isFalse();
    }

    @Test
    void whoCanBeUnlockedIsAskedOnceWhatTheTroubleIs_R_FLW_06() {
        unlockOffered = true;
        assertThat(walk(StateName.GATES_OPEN, IN_TIME).next()).isEqualTo(WalkStep.INTENT);

        session.ask(Operation.UNLOCK);
        assertThat(walk(StateName.GATES_OPEN, IN_TIME).next()).isEqualTo(WalkStep.METHODS);
        assertThat(walk(StateName.PASSWORD_OPEN, IN_TIME).next()).isEqualTo(WalkStep.UNLOCK);
        assertThat(walk(StateName.PASSWORD_OPEN, IN_TIME).allows(WalkStep.PASSWORD))
                .isTrue();
    }

    @Test
    void whereUnlockingIsNoLongerOfferedAPasswordIsChosen_R_WB_33() {
        session.ask(Operation.UNLOCK);

        assertThat(walk(StateName.PASSWORD_OPEN, IN_TIME).next()).isEqualTo(WalkStep.PASSWORD);
        assertThat(walk(StateName.PASSWORD_OPEN, IN_TIME).allows(WalkStep.UNLOCK))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = StateName.class,
            names = {"GATES_OPEN", "PASSWORD_OPEN"})
    void outOfTimeThereIsTheResultOnly_R_FLW_03(StateName state) {
        Walk walk = walk(state, END);

        assertThat(walk.next()).isEqualTo(WalkStep.RESULT);
        assertThat(WalkStep.values()).allMatch(step -> walk.allows(step) == (step == WalkStep.RESULT));
    }

    private Walk walk(StateName state, Instant now) {
        session.expiresAt = END;
        Page page = new Page(Language.EN, UUID.randomUUID(), "", Brand.NONE, null, "/passwordreset", "", null, "", now);
        ResetView view = new ResetView(
                session.id(), page.supportCode(), null, state, 1, END, 0, 1, List.of(), challenge, unlockOffered, null);
        return new Walk(page, session, view);
    }
}
