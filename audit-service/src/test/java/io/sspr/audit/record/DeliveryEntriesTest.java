package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.record.Activity.MESSAGE;
import static io.sspr.audit.record.Line.ID;
import static io.sspr.audit.record.Line.TARO;

import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryEntriesTest {
    @ParameterizedTest
    @CsvSource({
        "CODE, EMAIL, Message taken by mail server or gateway",
        "CODE, SMS, Message taken by mail server or gateway",
        "APPROVAL, VOICE, Call is being placed",
        "APPROVAL, PUSH, Notification is on its way"
    })
    void tellsHowFarAMessageCameAndNotWhatFor(Content content, Channel channel, String reason) {
        Line.of(new Delivered(ID, content, channel, 2))
                .tells(MESSAGE, SUCCESS, reason)
                .isTo(TARO)
                .hasDetails(
                        new Detail("Content", content.name()),
                        new Detail("Channel", channel.name()),
                        new Detail("DeliveryId", ID.toString()),
                        new Detail("Attempts", "2"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, Undeliverable",
        "REJECTED, Undeliverable",
        "EXPIRED, Undeliverable",
        "UNREADABLE, Undeliverable",
        "UNANSWERED, Unanswered"
    })
    void tellsWhyNothingCameOfIt_R_ERR_95(Cause cause, String reason) {
        Line.of(new DeliveryFailed(ID, Content.APPROVAL, Channel.VOICE, 1, cause))
                .tells(MESSAGE, FAILURE, reason)
                .isTo(TARO)
                .hasDetails(
                        new Detail("Content", "APPROVAL"),
                        new Detail("Channel", "VOICE"),
                        new Detail("DeliveryId", ID.toString()),
                        new Detail("Attempts", "1"),
                        new Detail("Cause", cause.name()));
    }

    @Test
    void tellsTheAnswerOnThePhone_R_PHN_08() {
        Line.of(new ApprovalAnswered(ID, Channel.VOICE, true))
                .tells(MESSAGE, SUCCESS, "Approved on the phone")
                .isTo(TARO)
                .hasDetails(new Detail("Channel", "VOICE"), new Detail("DeliveryId", ID.toString()));
        Line.of(new ApprovalAnswered(ID, Channel.PUSH, false))
                .tells(MESSAGE, FAILURE, "ApprovalDenied")
                .isTo(TARO)
                .hasDetails(new Detail("Channel", "PUSH"), new Detail("DeliveryId", ID.toString()));
    }
}
