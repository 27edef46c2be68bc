package io.sspr.reset.session;

import static io.sspr.reset.gate.Method.EMAIL;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.reset.session.ResetState.Abandoned;
import io.sspr.reset.session.ResetState.Cancelled;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.ResetState.Refused;
import io.sspr.reset.session.ResetState.Succeeded;
import io.sspr.reset.session.ResetState.WritebackPending;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResetStateTest {
    private static final UUID REQUEST = UUID.randomUUID();
    private static final Instant EXPIRES_AT = Instant.parse("2026-11-22T09:30:30Z");
    private static final PasswordOpen PASSWORD_OPEN = new PasswordOpen(Set.of(EMAIL));
    private static final WritebackPending PENDING = PASSWORD_OPEN.sentToAgent(REQUEST, EXPIRES_AT);

    @Test
    void oneGateOpensThePasswordPage_R_FLW_07() {
        assertThat(new GatesOpen(Set.of(), 1).passed(EMAIL)).isEqualTo(PASSWORD_OPEN);
    }

    @Test
    void firstOfTwoGatesLeavesOneToPass_R_FLW_08() {
        assertThat(new GatesOpen(Set.of(), 2).passed(EMAIL)).isEqualTo(new GatesOpen(Set.of(EMAIL), 2));
    }

    @Test
    void secondOfTwoGatesOpensThePasswordPage_R_FLW_08() {
        ResetState state = new GatesOpen(Set.of(MOBILE_PHONE), 2).passed(EMAIL);

        assertThat(state).isInstanceOf(PasswordOpen.class);
        assertThat(List.copyOf(state.passed())).containsExactly(MOBILE_PHONE, EMAIL);
    }

    @Test
    void methodOpensOneGateOnly_R_MTH_25() {
        GatesOpen gates = new GatesOpen(Set.of(EMAIL), 2);

        assertThat(gates.allows(EMAIL)).isFalse();
        assertThat(gates.allows(MOBILE_PHONE)).isTrue();
        assertThat(gates.passed(EMAIL)).isEqualTo(gates);
    }

    @Test
    void gatesAreCountedFromOne() {
        assertThat(new GatesOpen(Set.of(), 2).nextGate()).isEqualTo(1);
        assertThat(new GatesOpen(Set.of(EMAIL), 2).nextGate()).isEqualTo(2);
    }

    @Test
    void cloudPasswordIsInForceAtOnce_R_WB_01() {
        assertThat(PASSWORD_OPEN.succeeded()).isEqualTo(new Succeeded(Set.of(EMAIL)));
    }

    @Test
    void onPremisesPasswordWaitsForTheAgent_R_FLW_40() {
        assertThat(PENDING).isEqualTo(new WritebackPending(Set.of(EMAIL), REQUEST, EXPIRES_AT));
        assertThat(PENDING.succeeded()).isEqualTo(new Succeeded(Set.of(EMAIL)));
    }

    @Test
    void policyRefusalLeadsBackToThePasswordPageWithGatesKept_R_FLW_42_R_ERR_97() {
        assertThat(PENDING.refusedByPolicy()).isEqualTo(PASSWORD_OPEN);
    }

    @Test
    void agentsRefusalEndsTheReset_R_CHK_12() {
        assertThat(PENDING.refused(SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED))
                .isEqualTo(new Refused(Set.of(EMAIL), SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED, REQUEST));
    }

    @Test
    void silenceIsCode30_R_WB_31h() {
        assertThat(PENDING.expired())
                .isEqualTo(new Refused(Set.of(EMAIL), SsprCode.ON_PREMISES_CONNECTIVITY_ERROR, REQUEST));
    }

    @Test
    void lateSuccessReplacesTheGuess() {
        assertThat(PENDING.expired().succeededLate()).isEqualTo(new Succeeded(Set.of(EMAIL)));
    }

    @Test
    void accountThatIsNoLongerEligibleIsRefusedWithoutARequest_R_CHK_20() {
        assertThat(PASSWORD_OPEN.refused(SsprCode.USER_NOT_LICENSED))
                .isEqualTo(new Refused(Set.of(EMAIL), SsprCode.USER_NOT_LICENSED, null));
    }

    @Test
    void userMayGiveUpBeforeThePasswordIsSent_R_FLW_13() {
        assertThat(new GatesOpen(Set.of(), 1).cancelled()).isEqualTo(new Cancelled(Set.of()));
        assertThat(PASSWORD_OPEN.cancelled()).isEqualTo(new Cancelled(Set.of(EMAIL)));
    }

    @Test
    void timeRunsOutBeforeThePasswordIsSent_R_FLW_03() {
        assertThat(new GatesOpen(Set.of(EMAIL), 2).abandoned()).isEqualTo(new Abandoned(Set.of(EMAIL)));
        assertThat(PASSWORD_OPEN.abandoned()).isEqualTo(new Abandoned(Set.of(EMAIL)));
    }

    @Test
    void isOpenUntilItHasItsResult_R_FLW_11() {
        assertThat(List.of(new GatesOpen(Set.of(), 1), PASSWORD_OPEN, PENDING)).allMatch(ResetState::isOpen);
        assertThat(List.of(
                        PENDING.succeeded(), PENDING.expired(), PASSWORD_OPEN.cancelled(), PASSWORD_OPEN.abandoned()))
                .noneMatch(ResetState::isOpen);
    }
}
