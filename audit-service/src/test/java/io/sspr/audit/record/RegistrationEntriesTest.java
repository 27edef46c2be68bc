package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.record.Activity.REGISTERED;
import static io.sspr.audit.record.Activity.REGISTRATION_STARTED;
import static io.sspr.audit.record.Activity.SECURITY_INFO_DELETED;
import static io.sspr.audit.record.Activity.SECURITY_INFO_REVIEWED;
import static io.sspr.audit.record.Activity.SECURITY_INFO_SAVED;
import static io.sspr.audit.record.Activity.SECURITY_INFO_VERIFICATION;
import static io.sspr.audit.record.Line.ID;
import static io.sspr.audit.record.Line.TARO;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.contract.SsprCode;
import io.sspr.contract.registration.IdentityProven;
import io.sspr.contract.registration.MethodRegistered;
import io.sspr.contract.registration.MethodRemoved;
import io.sspr.contract.registration.Purpose;
import io.sspr.contract.registration.RegistrationConfirmed;
import io.sspr.contract.registration.RegistrationRefused;
import io.sspr.contract.registration.RegistrationUnfinished;
import io.sspr.contract.registration.VerificationRefused;
import io.sspr.contract.registration.VerificationRefused.Cause;
import io.sspr.contract.registration.VerificationRequested;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationEntriesTest {
    private static final Detail METHOD = new Detail("Method", "Mobile phone");
    private static final Detail CHALLENGE = new Detail("ChallengeId", ID.toString());

    @Test
    void hasALineForEachDatumUnderOneSupportCode_R_REG_16() {
        List<Line> lines = Stream.of("MOBILE_PHONE", "EMAIL", "SECURITY_QUESTIONS")
                .map(method -> Line.of(new MethodRegistered(TARO, method, false, true)))
                .toList();

        assertThat(lines).extracting(line -> line.audit().id()).doesNotHaveDuplicates();
        assertThat(lines)
                .extracting(line -> line.audit().correlationId())
                .containsOnly(lines.get(0).audit().correlationId());
        assertThat(lines)
                .extracting(line -> line.audit().additionalDetails().get(0).value())
                .containsExactly("Mobile phone", "Alternate email", "Security questions");
    }

    @Test
    void tellsADatumAndWhetherItIsTheLastOneMissing_R_AUD_26() {
        Line line = Line.of(new MethodRegistered(TARO, "MOBILE_PHONE", false, false))
                .tells(REGISTERED, SUCCESS, null)
                .isByAndTo(TARO)
                .hasDetails(new Detail("DataRegistered", "Mobile phone"), new Detail("RegistrationComplete", "false"));
        Line.of(new MethodRegistered(TARO, "EMAIL", false, true))
                .tells(REGISTERED, SUCCESS, null)
                .hasDetails(
                        new Detail("DataRegistered", "Alternate email"), new Detail("RegistrationComplete", "true"));

        assertThat(line.audit().operationType()).isEqualTo("Add");
    }

    @Test
    void tellsAnEditByAnotherName_R_AUD_27() {
        Line line = Line.of(new MethodRegistered(TARO, "EMAIL", true, true))
                .tells(SECURITY_INFO_SAVED, SUCCESS, null)
                .isByAndTo(TARO)
                .hasDetails(
                        new Detail("DataRegistered", "Alternate email"), new Detail("RegistrationComplete", "true"));

        assertThat(line.audit().operationType()).isEqualTo("Update");
    }

    @Test
    void tellsARegistrationThatWasNotFinished_R_AUD_26() {
        Line.of(new RegistrationUnfinished(TARO, "MOBILE_PHONE"))
                .tells(REGISTERED, FAILURE, "RegistrationUnfinished")
                .isByAndTo(TARO)
                .hasDetails(METHOD);
    }

    @Test
    void showsTheCauseThatTheUserIsNotTold_R_REG_03() {
        Line.of(new RegistrationRefused(TARO, SsprCode.USER_NOT_LICENSED, "NotLicensed"))
                .tells(REGISTERED, FAILURE, "RegistrationNotAllowed")
                .isByAndTo(TARO)
                .hasDetails(new Detail("SsprCode", "SSPR_0012"), new Detail("Reason", "NotLicensed"));
    }

    @Test
    void tellsWhatWasDeleted_R_AUD_30() {
        Line line = Line.of(new MethodRemoved(TARO, "APP_NOTIFICATION", false))
                .tells(SECURITY_INFO_DELETED, SUCCESS, null)
                .isByAndTo(TARO)
                .hasDetails(new Detail("DataDeleted", "Mobile app"), new Detail("RegistrationComplete", "false"));

        assertThat(line.audit().operationType()).isEqualTo("Delete");
    }

    @Test
    void tellsWhatWasReviewed_R_AUD_30() {
        Line.of(new RegistrationConfirmed(TARO, List.of("APP_NOTIFICATION", "APP_CODE", "MOBILE_PHONE")))
                .tells(SECURITY_INFO_REVIEWED, SUCCESS, null)
                .isByAndTo(TARO)
                .hasDetails(new Detail("DataRegistered", "Mobile app + Mobile phone"));
    }

    @Test
    void tellsTheStartOfARegistration_R_AUD_30() {
        Line.of(new VerificationRequested(TARO, ID, "MOBILE_PHONE", Purpose.REGISTER))
                .tells(REGISTRATION_STARTED, SUCCESS, "Started a verification method")
                .isByAndTo(TARO)
                .hasDetails(new Detail("Purpose", "REGISTER"), METHOD, CHALLENGE);
    }

    @Test
    void doesNotTakeAProofOfIdentityForARegistration_R_REG_14() {
        Line.of(new VerificationRequested(TARO, ID, "MOBILE_PHONE", Purpose.PROVE))
                .tells(SECURITY_INFO_VERIFICATION, SUCCESS, "Started a verification method")
                .isByAndTo(TARO)
                .hasDetails(new Detail("Purpose", "PROVE"), METHOD, CHALLENGE);
        Line.of(new IdentityProven(TARO, "MOBILE_PHONE"))
                .tells(SECURITY_INFO_VERIFICATION, SUCCESS, "Completed a verification method")
                .isByAndTo(TARO)
                .hasDetails(new Detail("Purpose", "PROVE"), METHOD);
    }

    @ParameterizedTest
    @CsvSource({"WRONG, WrongCode", "EXPIRED, CodeExpired", "DENIED, ApprovalDenied"})
    void tellsWhatVerifiedNothing_R_REG_15(Cause cause, String reason) {
        Line.of(new VerificationRefused(TARO, ID, "MOBILE_PHONE", Purpose.REGISTER, cause))
                .tells(SECURITY_INFO_VERIFICATION, FAILURE, reason)
                .isByAndTo(TARO)
                .hasDetails(new Detail("Purpose", "REGISTER"), METHOD, CHALLENGE);
    }
}
