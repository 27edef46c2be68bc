package io.sspr.reset.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.gate.Method;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.ResetState.WritebackPending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a user does in whatever order: the password comes after as many different methods as are required. */
class GatesPropertyTest {
    /** What can be tried at any time; where the state does not offer it, nothing happens. */
    enum Call {
        PASS_APP_NOTIFICATION,
        PASS_APP_CODE,
        PASS_MOBILE_PHONE,
        PASS_OFFICE_PHONE,
        PASS_EMAIL,
        PASS_SECURITY_QUESTIONS,
        SEND_TO_AGENT,
        REFUSED_BY_POLICY,
        EXPIRE,
        BLOCK,
        CANCEL,
        ABANDON;

        ResetState on(ResetState state) {
            if (state instanceof GatesOpen gates) {
                return switch (this) {
                    case SEND_TO_AGENT, REFUSED_BY_POLICY, EXPIRE -> gates;
                    case BLOCK -> gates.blocked();
                    case CANCEL -> gates.cancelled();
                    case ABANDON -> gates.abandoned();
                    default -> gates.passed(Method.valueOf(name().substring("PASS_".length())));
                };
            }
            if (state instanceof PasswordOpen open) {
                return switch (this) {
                    case SEND_TO_AGENT -> open.sentToAgent(UUID.randomUUID(), Instant.EPOCH);
                    case BLOCK -> open.blocked();
                    case CANCEL -> open.cancelled();
                    case ABANDON -> open.abandoned();
                    default -> open;
                };
            }
            if (state instanceof WritebackPending pending) {
                return switch (this) {
                    case REFUSED_BY_POLICY -> pending.refusedByPolicy();
                    case EXPIRE -> pending.expired();
                    default -> pending;
                };
            }
            return state;
        }
    }

    @Property
    void passwordComesAfterAllGates_R_FLW_07_R_FLW_08_R_MTH_25(
            @ForAll @IntRange(min = 1, max = 2) int required, @ForAll @Size(max = 12) List<Call> calls) {
        ResetState state = new GatesOpen(Set.of(), required);
        for (Call call : calls) {
            state = call.on(state);

            if (state instanceof PasswordOpen || state instanceof WritebackPending) {
                assertThat(different(state.passed())).hasSizeGreaterThanOrEqualTo(required);
            }
            if (state instanceof GatesOpen) {
                assertThat(state.passed()).hasSizeLessThan(required);
            }
        }
    }

    @Property
    void methodOpensOneGateInWhicheverWayItIsUsed_R_MTH_23_R_MTH_24_R_MTH_25(
            @ForAll Method first, @ForAll Method second) {
        ResetState afterOne = new GatesOpen(Set.of(), 2).passed(first);
        assertThat(afterOne).isEqualTo(new GatesOpen(Set.of(first), 2));

        ResetState afterTwo = ((GatesOpen) afterOne).passed(second);

        assertThat(afterTwo instanceof PasswordOpen).isEqualTo(!first.isSameAs(second));
        assertThat(((GatesOpen) afterOne).allows(second)).isEqualTo(!first.isSameAs(second));
    }

    @Property
    void whatIsOverStaysOver_R_FLW_11(
            @ForAll @Size(max = 12) List<Call> before, @ForAll @Size(max = 12) List<Call> after) {
        ResetState state = new GatesOpen(Set.of(), 1);
        for (Call call : before) {
            state = call.on(state);
        }
        ResetState reached = state;
        for (Call call : after) {
            state = call.on(state);
        }

        if (!reached.isOpen()) {
            assertThat(state).isEqualTo(reached);
        }
    }

    private static List<Method> different(Set<Method> passed) {
        List<Method> different = new ArrayList<>();
        for (Method method : passed) {
            if (different.stream().noneMatch(method::isSameAs)) {
                different.add(method);
            }
        }
        return different;
    }
}
