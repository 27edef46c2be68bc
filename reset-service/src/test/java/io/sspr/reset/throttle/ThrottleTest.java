package io.sspr.reset.throttle;

import static io.sspr.reset.throttle.Limit.APP;
import static io.sspr.reset.throttle.Limit.MAIL_CODE;
import static io.sspr.reset.throttle.Limit.MAIL_SEND;
import static io.sspr.reset.throttle.Limit.PHONE;
import static io.sspr.reset.throttle.Limit.QUESTIONS;
import static io.sspr.reset.throttle.Trial.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThrottleTest {
    private static final Duration DAY = Duration.ofHours(24);

    private final Trial trial = new Trial();

    @Test
    void wrongNumbersMessagesAndCodesAreCountedTogether_R_THR_01_R_FLW_31() {
        assertThat(trial.fails(PHONE)).isFalse();
        assertThat(trial.dispatches(PHONE)).isTrue();
        assertThat(trial.fails(PHONE)).isFalse();
        assertThat(trial.dispatches(PHONE)).isTrue();

        assertThat(trial.fails(PHONE)).isTrue();
    }

    @Test
    void fiveTimesWrongAnswersBlock_R_THR_02() {
        assertThat(blockingFailure(QUESTIONS)).isEqualTo(5);
    }

    @Test
    void tenMailsGoOutWithinTenMinutesAndTheEleventhBlocks_R_THR_04() {
        for (int i = 0; i < 10; i++) {
            assertThat(trial.at(i).dispatches(MAIL_SEND)).isTrue();
        }
        assertThat(trial.isBlocked()).isFalse();

        assertThat(trial.at(9.9).dispatches(MAIL_SEND)).isFalse();
        assertThat(trial.blockedUntil()).isEqualTo(minute(9.9).plus(DAY));
    }

    @Test
    void oneMailAMinuteNeverBlocks_R_THR_04() {
        for (int i = 0; i < 100; i++) {
            assertThat(trial.at(i).dispatches(MAIL_SEND)).isTrue();
        }
    }

    @Test
    void wrongAppCodesBlockAndNotificationsCountWithThem_R_THR_05() {
        assertThat(trial.dispatches(APP)).isTrue();
        assertThat(trial.dispatches(APP)).isTrue();
        assertThat(trial.fails(APP)).isFalse();
        assertThat(trial.fails(APP)).isFalse();

        assertThat(trial.fails(APP)).isTrue();
    }

    @Test
    void codesFromMailsCannotBeGuessedByHavingNewOnesSent() {
        for (int i = 0; i < 4; i++) {
            assertThat(trial.at(i).dispatches(MAIL_SEND)).isTrue();
            assertThat(trial.fails(MAIL_CODE)).isFalse();
        }

        assertThat(trial.fails(MAIL_CODE)).isTrue();
    }

    @Test
    void successClearsEveryBucket_R_THR_06() {
        for (Limit limit : Limit.values()) {
            trial.fails(limit);
        }

        trial.succeeds();

        assertThat(trial.throttle.standing(trial.subject.key()).attempts()).isEmpty();
    }

    @Test
    void successDoesNotEndABlock_R_THR_06() {
        blockingFailure(PHONE);

        trial.succeeds();

        assertThat(trial.isBlocked()).isTrue();
    }

    @Test
    void administratorEndsABlockAndClearsTheCounters_R_THR_06() {
        blockingFailure(PHONE);

        trial.isLiftedBy(Trial.HELEN);

        assertThat(trial.isBlocked()).isFalse();
        assertThat(blockingFailure(PHONE)).isEqualTo(5);
    }

    @Test
    void operatorsLimitAndWindowAreUsed_R_THR_07() {
        Trial stricter = new Trial(
                Trial.ACCOUNT, Map.of("SSPR_THROTTLE_PHONE_LIMIT", "2", "SSPR_THROTTLE_PHONE_WINDOW", "PT10M"));

        assertThat(stricter.at(0).fails(PHONE)).isFalse();
        assertThat(stricter.at(10).fails(PHONE)).isFalse();
        assertThat(stricter.at(19).fails(PHONE)).isTrue();
    }

    @Test
    void whoeverTriesWhileBlockedDoesNotWaitLonger_R_THR_09() {
        blockingFailure(PHONE);
        Instant until = trial.blockedUntil();

        trial.later(Duration.ofHours(1));

        assertThat(trial.isBlocked()).isTrue();
        assertThat(trial.fails(PHONE)).isTrue();
        assertThat(trial.dispatches(MAIL_SEND)).isFalse();
        assertThat(trial.begins()).isFalse();
        assertThat(trial.blockedUntil()).isEqualTo(until);
    }

    @Test
    void whoeverTriesWhileBlockedWaitsAnewIfTheOperatorWantsIt_R_THR_09() {
        Trial harder = new Trial(Trial.ACCOUNT, Map.of("SSPR_THROTTLE_EXTEND_ON_BLOCKED", "true"));
        for (int i = 0; i < 5; i++) {
            harder.fails(PHONE);
        }

        assertThat(harder.at(90).begins()).isFalse();

        assertThat(harder.blockedUntil()).isEqualTo(minute(90).plus(DAY));
        assertThat(harder.facts).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void blockInAnyBucketStopsEverything_R_THR_10(Limit bucket) {
        blockingFailure(bucket);

        assertThat(trial.isBlocked()).isTrue();
        assertThat(trial.begins()).isFalse();
        for (Limit other : Limit.values()) {
            assertThat(trial.dispatches(other)).as("dispatch of %s", other).isFalse();
            assertThat(trial.fails(other)).as("failure of %s", other).isTrue();
        }
    }

    @Test
    void attemptsInOneBucketDoNotCountInAnother() {
        for (Limit limit : new Limit[] {PHONE, QUESTIONS, APP, MAIL_CODE}) {
            for (int i = 0; i < 4; i++) {
                assertThat(trial.fails(limit)).isFalse();
            }
        }
    }

    @Test
    void othersAreNotAffected() {
        blockingFailure(PHONE);

        assertThat(trial.throttle.isBlocked(Trial.NAME.key())).isFalse();
    }

    @Test
    void countsAndChangesOnlyWhatItHasLocked_R_THR_14() {
        // Given counters that refuse changes to a subject whose row is not locked
        for (int minute = 0; minute < 4; minute++) {
            assertThat(trial.at(minute).begins()).isTrue();
            assertThat(trial.dispatches(PHONE)).isTrue();
            trial.ends(minute(minute));
        }

        assertThat(trial.at(5).fails(PHONE)).isTrue();
        trial.succeeds();
        trial.isLiftedBy(Trial.HELEN);
    }

    /** Fails until that blocks, and says how often it took. */
    private int blockingFailure(Limit limit) {
        int failures = 1;
        while (!trial.fails(limit)) {
            failures++;
        }
        return failures;
    }
}
