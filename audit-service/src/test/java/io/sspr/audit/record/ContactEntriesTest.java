package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.record.Activity.PROGRESS;
import static io.sspr.audit.record.Line.ID;
import static io.sspr.audit.record.Line.NOBODY;
import static io.sspr.audit.record.Line.TARO;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.reset.AdminContacted;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactEntriesTest {
    private static final Notice TO_HELEN = new Notice(Audience.ADMINISTRATOR, "helen@contoso.example", "ja");

    @ParameterizedTest
    @CsvSource({
        "EMAIL, EMAIL, email, Alternate email",
        "MOBILE_PHONE, SMS, mobile SMS, Mobile phone",
        "MOBILE_PHONE, VOICE, mobile voice, Mobile phone",
        "OFFICE_PHONE, VOICE, office voice, Office phone",
        "SECURITY_QUESTIONS, , security questions, Security questions",
        "APP_CODE, , mobile app code, Mobile app",
        "APP_NOTIFICATION, PUSH, mobile app notification, Mobile app",
        "CARRIER_PIGEON, , CARRIER_PIGEON, CARRIER_PIGEON"
    })
    void tellsAfterTryingWhatTheUserAskedForHelp_R_AUD_43(
            String method, Channel channel, String tried, String reported) {
        Line.of(contacted(TARO, method, channel, null, null, TO_HELEN))
                .tells(PROGRESS, FAILURE, "Contacted admin after trying " + tried)
                .isByAndTo(TARO)
                .hasDetails(new Detail("Method", reported), new Detail("SsprCode", ""), new Detail("Recipients", "1"));
    }

    @Test
    void tellsOfACallForHelpOutsideASessionWhatIsInTheWay_R_AUD_43_R_HLP_08() {
        SsprCode code = SsprCode.USER_NOT_LICENSED;

        Line.of(contacted(TARO, null, null, code, code.title(), TO_HELEN, TO_HELEN))
                .tells(PROGRESS, FAILURE, "Contacted admin")
                .hasDetails(
                        new Detail("SsprCode", "SSPR_0012"),
                        new Detail("Reason", "UserNotLicensed"),
                        new Detail("Recipients", "2"));
    }

    @Test
    void callForHelpOfNobodyThatWeKnowHasNoTargetAndReachesNobody_R_HLP_07() {
        Line line = Line.of(contacted(NOBODY, "EMAIL", Channel.EMAIL, null, "Throttled"))
                .isBy(NOBODY)
                .hasDetails(
                        new Detail("Method", "Alternate email"),
                        new Detail("SsprCode", ""),
                        new Detail("Reason", "Throttled"),
                        new Detail("Recipients", "0"));

        assertThat(line.audit().targetResources()).isEmpty();
    }

    @Test
    void callForHelpIsAFailureOfSelfService_R_AUD_46() {
        assertThat(Line.of(contacted(TARO, null, null, null, null, TO_HELEN))
                        .audit()
                        .result())
                .isEqualTo(FAILURE);
    }

    private static AdminContacted contacted(
            Person user, String method, Channel channel, SsprCode code, String reason, Notice... notices) {
        return new AdminContacted(
                ID,
                user,
                method,
                channel,
                code,
                reason,
                "Contoso",
                null,
                "https://password.contoso.example/admin/users",
                List.of(notices));
    }
}
