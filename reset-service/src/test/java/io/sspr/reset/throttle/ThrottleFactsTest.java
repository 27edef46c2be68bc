package io.sspr.reset.throttle;

import static io.sspr.reset.throttle.Trial.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.throttle.AttemptsBlocked;
import io.sspr.contract.throttle.BlockLifted;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottleFactsTest {
    private final Trial trial = new Trial();

    @Test
    void blockIsToldOnce_R_THR_12_R_AUD_20() {
        for (int i = 0; i < 20; i++) {
            trial.at(i).fails(Limit.PHONE);
            trial.dispatches(Limit.MAIL_SEND);
            trial.ends(minute(i));
        }

        assertThat(trial.told())
                .containsExactly(
                        new AttemptsBlocked(Trial.ERIN, "PHONE", 5, minute(4).plus(Duration.ofHours(24))));
    }

    @Test
    void everyBlockIsTold_R_THR_12() {
        for (int i = 0; i < 5; i++) {
            trial.at(0).fails(Limit.QUESTIONS);
        }
        for (int i = 0; i < 5; i++) {
            trial.at(24 * 60).fails(Limit.QUESTIONS);
        }

        assertThat(trial.facts).hasSize(2);
    }

    @Test
    void nothingIsToldBeforeTheBlock_R_THR_12() {
        for (int i = 0; i < 4; i++) {
            trial.fails(Limit.PHONE);
        }
        trial.dispatches(Limit.MAIL_SEND);
        trial.succeeds();

        assertThat(trial.facts).isEmpty();
    }

    @Test
    void factBelongsToTheFlowAndStaysInOrderWithTheAccountsOthers_R_THR_12() {
        for (int i = 0; i < 5; i++) {
            trial.at(i).fails(Limit.APP);
        }

        Message<? extends Fact> message = trial.facts.get(0);
        assertThat(message.tenant()).isEqualTo("contoso");
        assertThat(message.subject()).isEqualTo(Trial.ERIN.id().toString());
        assertThat(message.supportCode()).isEqualTo(Trial.ACCOUNT.supportCode());
        assertThat(message.time()).isEqualTo(minute(4));
    }

    @Test
    void refusedMessageIsNotAmongTheAttempts_R_THR_12() {
        for (int i = 0; i < 11; i++) {
            trial.dispatches(Limit.MAIL_SEND);
        }

        assertThat(trial.told())
                .containsExactly(new AttemptsBlocked(
                        Trial.ERIN, "MAIL_SEND", 10, minute(0).plus(Duration.ofHours(24))));
        assertThat(trial.throttle.standing(trial.subject.key()).attempts()).isEqualTo(Map.of(Limit.MAIL_SEND, 10));
    }

    @Test
    void endOfTheFifthResetIsNotToldIfSomethingElseBlockedBefore_R_THR_12() {
        for (int i = 0; i < 5; i++) {
            trial.at(i).begins();
            trial.fails(Limit.QUESTIONS);
        }
        Instant until = trial.blockedUntil();

        trial.at(10).ends(minute(4));

        assertThat(trial.facts).hasSize(1);
        assertThat(trial.blockedUntil()).isEqualTo(until);
    }

    @Test
    void blockedNameIsToldWithoutAUser_R_THR_12() {
        Trial unknown = new Trial(Trial.NAME, Map.of());
        for (int i = 0; i < 5; i++) {
            unknown.fails(Limit.RESET);
        }

        assertThat(unknown.facts).hasSize(1);
        assertThat(unknown.facts.get(0).subject()).isEqualTo("contoso");
        assertThat(((AttemptsBlocked) unknown.told().get(0)).user().id()).isNull();
    }

    @Test
    void nobodyIsToldOfANameUnderAnUnknownDomain() {
        Trial stranger = new Trial(new Subject("00", null, null, Trial.NAME.user()), Map.of());
        for (int i = 0; i < 5; i++) {
            stranger.fails(Limit.RESET);
        }

        assertThat(stranger.isBlocked()).isTrue();
        assertThat(stranger.facts).isEmpty();
    }

    @Test
    void endOfABlockByAnAdministratorIsTold_R_THR_06() {
        for (int i = 0; i < 5; i++) {
            trial.fails(Limit.PHONE);
        }

        trial.isLiftedBy(Trial.HELEN);
        trial.isLiftedBy(Trial.HELEN);

        assertThat(trial.facts).hasSize(2);
        assertThat(trial.told().get(1)).isEqualTo(new BlockLifted(Trial.HELEN, Trial.ERIN));
    }
}
