package io.sspr.reset.session;

import static io.sspr.reset.gate.Method.EMAIL;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.reset.gate.Method;
import io.sspr.reset.session.ResetSession.PasswordRefusal;
import io.sspr.reset.session.ResetState.Abandoned;
import io.sspr.reset.session.ResetState.Cancelled;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.ResetState.Refused;
import io.sspr.reset.session.ResetState.Succeeded;
import io.sspr.reset.session.ResetState.WritebackPending;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResetSessionTest {
    private static final Instant EXPIRES_AT = Instant.parse("2026-11-22T09:45:00Z");
    private static final UUID REQUEST = UUID.randomUUID();
    private static final PasswordOpen PASSWORD_OPEN = new PasswordOpen(Set.of(EMAIL));
    private static final WritebackPending PENDING = PASSWORD_OPEN.sentToAgent(REQUEST, EXPIRES_AT);

    private final ResetSession session = session();

    static Stream<ResetState> states() {
        return Stream.of(
                new GatesOpen(Set.of(), 2),
                new GatesOpen(Set.of(EMAIL), 2),
                PASSWORD_OPEN,
                PENDING,
                new Succeeded(Set.of(EMAIL)),
                PENDING.expired(),
                PASSWORD_OPEN.refused(SsprCode.USER_NOT_LICENSED),
                PASSWORD_OPEN.blocked(),
                new Cancelled(Set.of()),
                new Abandoned(Set.of(EMAIL)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void isInTheStateThatItMovedTo(ResetState state) {
        // Given
        if (state instanceof Refused refused && refused.requestId() != null) {
            session.moveTo(PENDING);
        }

        // When
        session.moveTo(state);

        // Then
        assertThat(session.state()).isEqualTo(state);
    }

    @Test
    void everyStateHasANameOfItsOwn() {
        Set<StateName> names = states().map(StateName::of).collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(names).isEqualTo(EnumSet.allOf(StateName.class));
    }

    @ParameterizedTest
    @EnumSource(SsprCode.class)
    void keepsTheCodeThatEndedIt_R_ERR_43(SsprCode code) {
        session.moveTo(PASSWORD_OPEN.refused(code));

        assertThat(session.state()).isEqualTo(new Refused(Set.of(EMAIL), code, null));
        assertThat(session.stateName()).isEqualTo(StateName.REFUSED);
    }

    @Test
    void keepsTheOrderOfTheGates() {
        session.moveTo(new PasswordOpen(ordered(MOBILE_PHONE, EMAIL)));
        assertThat(List.copyOf(session.state().passed())).containsExactly(MOBILE_PHONE, EMAIL);

        session.moveTo(new PasswordOpen(ordered(EMAIL, MOBILE_PHONE)));
        assertThat(List.copyOf(session.state().passed())).containsExactly(EMAIL, MOBILE_PHONE);
    }

    @Test
    void refusalWithoutARequestIsNotThatOfAnEarlierRequest() {
        // Given
        session.moveTo(PENDING);
        session.moveTo(PENDING.refusedByPolicy());

        // When
        session.moveTo(PASSWORD_OPEN.refused(SsprCode.USER_NOT_LICENSED));

        // Then
        assertThat(session.state()).isEqualTo(new Refused(Set.of(EMAIL), SsprCode.USER_NOT_LICENSED, null));
    }

    @Test
    void lateSuccessLeavesNoCodeBehind() {
        session.moveTo(PENDING);
        session.moveTo(PENDING.expired());

        session.moveTo(PENDING.expired().succeededLate());

        assertThat(session.state()).isEqualTo(new Succeeded(Set.of(EMAIL)));
        assertThat(session.refusedCode).isNull();
    }

    @Test
    void remembersWhyThePasswordWasRefused_R_ERR_97_R_ERR_99() {
        session.moveTo(PASSWORD_OPEN);
        assertThat(session.passwordRefusal()).isEmpty();

        session.refusePassword(Policy.CLOUD, List.of("LENGTH", "CATEGORIES"));

        assertThat(session.passwordRefusal())
                .contains(new PasswordRefusal(Policy.CLOUD, List.of("LENGTH", "CATEGORIES")));
    }

    @Test
    void forgetsTheRefusalOnceAnotherPasswordIsOnItsWay_R_FLW_42() {
        session.refusePassword(Policy.ON_PREMISES, List.of());

        session.moveTo(PENDING);

        assertThat(session.passwordRefusal()).isEmpty();
    }

    @Test
    void forgetsTheRefusalOnceAnotherPasswordIsInForce_R_FLW_42() {
        session.refusePassword(Policy.CLOUD, List.of("LENGTH"));

        session.moveTo(PASSWORD_OPEN.succeeded());

        assertThat(session.passwordRefusal()).isEmpty();
    }

    @Test
    void isExpiredFromItsLastMomentOn_R_FLW_03() {
        assertThat(session.isExpiredAt(EXPIRES_AT.minusNanos(1))).isFalse();
        assertThat(session.isExpiredAt(EXPIRES_AT)).isTrue();
    }

    @Test
    void keepsThePendingHashUntilItIsForgotten_R_WB_02() {
        session.keepPendingHash("hash");
        assertThat(session.pendingHash()).contains("hash");

        session.forgetPendingHash();
        assertThat(session.pendingHash()).isEmpty();
    }

    @Test
    void itsEventsAreKeyedByTheAccountAndCarryTheSupportCode_R_ERR_43() {
        Message<ResetCancelled> message =
                session.message(EXPIRES_AT, new ResetCancelled(session.id(), Person.unknown(null), false));

        assertThat(message.subject()).isEqualTo(session.accountId().toString());
        assertThat(message.supportCode()).isEqualTo(session.supportCode());
        assertThat(message.tenant()).isEqualTo("contoso");
        assertThat(message.time()).isEqualTo(EXPIRES_AT);
    }

    private static Set<Method> ordered(Method... methods) {
        return new LinkedHashSet<>(List.of(methods));
    }

    private static ResetSession session() {
        ResetSession session = new ResetSession(UUID.randomUUID());
        session.tenantId = "contoso";
        session.accountId = UUID.randomUUID();
        session.supportCode = UUID.randomUUID();
        session.gatesRequired = 2;
        session.expiresAt = EXPIRES_AT;
        return session;
    }
}
