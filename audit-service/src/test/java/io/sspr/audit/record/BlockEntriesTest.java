package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.record.Activity.BLOCKED;
import static io.sspr.audit.record.Activity.SIGN_IN_LOCKED;
import static io.sspr.audit.record.Activity.UNBLOCKED;
import static io.sspr.audit.record.Line.HELEN;
import static io.sspr.audit.record.Line.NOBODY;
import static io.sspr.audit.record.Line.TARO;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.contract.signin.SignInLockedOut;
import io.sspr.contract.throttle.AttemptsBlocked;
import io.sspr.contract.throttle.BlockLifted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BlockEntriesTest {
    private static final Instant TOMORROW = Instant.parse("2026-05-02T03:04:05Z");

    @Test
    void isASuccessSinceTheThrottleTookEffect_R_THR_12() {
        Line.of(new AttemptsBlocked(TARO, "PHONE", 5, TOMORROW))
                .tells(BLOCKED, SUCCESS, null)
                .isByAndTo(TARO)
                .hasDetails(
                        new Detail("Bucket", "PHONE"),
                        new Detail("Attempts", "5"),
                        new Detail("BlockedUntil", "2026-05-02T03:04:05Z"));
    }

    @Test
    void isToldOfNamesThatNobodyHas_R_AUD_20() {
        Line line = Line.of(new AttemptsBlocked(NOBODY, "RESET", 5, TOMORROW))
                .tells(BLOCKED, SUCCESS, null)
                .isBy(NOBODY);

        assertThat(line.audit().targetResources()).isEmpty();
    }

    @Test
    void isLiftedByAnAdministrator_R_THR_06() {
        Line.of(new BlockLifted(HELEN, TARO))
                .tells(UNBLOCKED, SUCCESS, null)
                .isBy(HELEN)
                .isTo(TARO)
                .hasDetails();
    }

    @Test
    void ofSignInHasAnActivityOfItsOwn_R_LOK_01() {
        Line.of(new SignInLockedOut(TARO, 10, TOMORROW))
                .tells(SIGN_IN_LOCKED, SUCCESS, null)
                .isByAndTo(TARO)
                .hasDetails(new Detail("Failures", "10"), new Detail("LockedUntil", "2026-05-02T03:04:05Z"));
    }
}
