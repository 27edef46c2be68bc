package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.record.Activity.PROGRESS;
import static io.sspr.audit.record.Line.ID;
import static io.sspr.audit.record.Line.TARO;

import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.contract.gate.CodeRefused;
import io.sspr.contract.gate.CodeRefused.Cause;
import io.sspr.contract.gate.CodeRequested;
import io.sspr.contract.gate.GatePassed;
import io.sspr.contract.gate.PhoneNumberMismatched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateEntriesTest {
    private static final Detail GATE = new Detail("Gate", "2");
    private static final Detail CHALLENGE = new Detail("ChallengeId", ID.toString());

    @Test
    void tellsStartAndEndOfAMethod_R_AUD_24() {
        Line.of(new CodeRequested(ID, TARO, ID, 2, "OFFICE_PHONE"))
                .tells(PROGRESS, SUCCESS, "Started a verification method")
                .isByAndTo(TARO)
                .hasDetails(GATE, new Detail("Method", "Office phone"), CHALLENGE);
        Line.of(new GatePassed(ID, TARO, 2, "SECURITY_QUESTIONS", 2))
                .tells(PROGRESS, SUCCESS, "Completed a verification method")
                .isByAndTo(TARO)
                .hasDetails(GATE, new Detail("Method", "Security questions"), new Detail("GatesRequired", "2"));
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, WRONG, Alternate email, WrongCode",
        "APP_CODE, WRONG, Mobile app, WrongCode",
        "SECURITY_QUESTIONS, WRONG, Security questions, WrongAnswers",
        "MOBILE_PHONE, EXPIRED, Mobile phone, CodeExpired",
        "OFFICE_PHONE, DENIED, Office phone, ApprovalDenied",
        "APP_NOTIFICATION, DENIED, Mobile app, ApprovalDenied"
    })
    void tellsWhatDidNotOpenTheGate_R_AUD_24(String method, Cause cause, String shown, String reason) {
        Line.of(new CodeRefused(ID, TARO, ID, 2, method, cause))
                .tells(PROGRESS, FAILURE, reason)
                .isByAndTo(TARO)
                .hasDetails(GATE, new Detail("Method", shown), CHALLENGE);
    }

    @Test
    void tellsThatAnotherNumberWasTyped_R_ERR_93() {
        Line.of(new PhoneNumberMismatched(ID, TARO, 2, "MOBILE_PHONE"))
                .tells(PROGRESS, FAILURE, "PhoneMismatch")
                .isByAndTo(TARO)
                .hasDetails(GATE, new Detail("Method", "Mobile phone"));
    }
}
