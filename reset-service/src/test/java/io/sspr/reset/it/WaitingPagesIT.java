package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.Message;
import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages that wait for a mail, a message or a call: what they tell, when they offer a way out, and how they go on. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class WaitingPagesIT extends PagesWalk {
    private static final Pattern NEWS = Pattern.compile("hx-get=\"([^\"]*)\"");

    @Test
    void thePageWaitsForTheCallAndGoesOn_R_PHN_08_R_FLW_30_R_FLW_33() {
        enter("cloud");
        choose("CALL");
        typeNumber(MOBILE).expect(200);
        assertThat(visit.heading()).isEqualTo("Answer your phone");
        assertThat(visit.html())
                .contains("<noscript><meta http-equiv=\"refresh\"")
                .contains("hx-get=\"/passwordreset/code/news");
        keep("waiting");
        String news = news();
        assertThat(visit.open(news).status()).isEqualTo(204);
        visit.open("/passwordreset/code");
        String call = asked().event().deliveryId().toString();
        clock.moveOn(Duration.ofSeconds(25));

        answer(call, true);

        await().atMost(SOON).until(() -> AT_PASSWORD.equals(visit.open(news).header("HX-Redirect")));
        assertThat(visit.open("/passwordreset/code").path()).isEqualTo(AT_PASSWORD);
    }

    @Test
    void whoeverDeclinesIsNotSentBackWithoutAWord_R_PHN_08_R_APP_03() {
        enter("cloud");
        choose("CALL");
        typeNumber(MOBILE).expect(200);
        String news = news();
        String call = asked().event().deliveryId().toString();
        assertThat(visit.open("/passwordreset/methods").text()).doesNotContain("The call ended");

        answer(call, false);

        await().atMost(SOON)
                .until(() -> "/passwordreset/methods".equals(visit.open(news).header("HX-Redirect")));
        assertThat(visit.open("/passwordreset/methods").text())
                .contains("The call ended without the hash key", "tell your administrator");
        keep("declined");
        choose("MAIL").expect(200);
        assertThat(visit.open("/passwordreset/methods").text()).doesNotContain("The call ended");
    }

    @Test
    void afterTenSecondsTheWayOutIsShown_R_FLW_30_R_FLW_32_R_HLP_01() {
        enter("cloud");
        choose("MAIL");
        assertThat(visit.html()).containsPattern("class=\"way-out later later-([1-9]|10)\"");
        assertThat(visit.text()).contains("Try again").contains("folders for spam");
        assertThat(visit.html()).contains("href=\"/passwordreset/contact\"");

        clock.moveOn(Duration.ofSeconds(7));
        visit.open("/passwordreset/code");
        assertThat(visit.html()).containsPattern("class=\"way-out later later-[1-3]\"");

        clock.moveOn(Duration.ofSeconds(3));
        visit.open("/passwordreset/code");
        assertThat(visit.html()).containsPattern("class=\"way-out *\"").doesNotContain("later-");
        keep("way-out");
    }

    @Test
    void whatCouldNotBeSentIsSaidAtOnce_R_ERR_95_R_EML_05() {
        enter("cloud");
        choose("MAIL");
        String news = news();
        String mail = codeSentId();

        DeliveryFailed failed =
                new DeliveryFailed(UUID.fromString(mail), Content.CODE, Channel.EMAIL, 1, Cause.REJECTED);
        broker.send(message(failed, accountId("cloud").toString()), Surroundings.NOTIFICATION_SIGNING);

        await().atMost(SOON)
                .until(() -> "/passwordreset/code".equals(visit.open(news).header("HX-Redirect")));
        visit.open("/passwordreset/code");
        assertThat(visit.text()).contains("The mail could not be sent");
        assertThat(visit.html()).doesNotContain("later-");
    }

    @Test
    void whatWasSentIsSaidWithoutAReload_R_FLW_30() {
        enter("cloud");
        choose("MAIL");
        String news = news();

        Delivered delivered = new Delivered(UUID.fromString(codeSentId()), Content.CODE, Channel.EMAIL, 1);
        broker.send(message(delivered, accountId("cloud").toString()), Surroundings.NOTIFICATION_SIGNING);

        await().atMost(SOON).until(() -> visit.open(news).status() == 286);
        assertThat(visit.html().strip()).isEqualTo("The mail was sent.");
    }

    @Test
    void tryingAgainSendsToTheSameNumberWithoutAskingForIt_R_FLW_31_R_PHN_11() {
        enter("cloud");
        choose("SMS");
        typeNumber(MOBILE);
        String former = codeSent(1);

        visit.submit("/passwordreset/again").expect(200);
        assertThat(visit.path()).isEqualTo("/passwordreset/code");
        String latter = codeSent(2);

        if (!former.equals(latter)) {
            typeCode(former).expect(422);
        }
        typeCode(latter).expect(200);
        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
    }

    private String codeSentId() {
        codeSent(1);
        return sent().get(0).event().deliveryId().toString();
    }

    /** The address that the page asks for news. */
    private String news() {
        Matcher address = NEWS.matcher(visit.html());
        assertThat(address.find()).isTrue();
        return address.group(1).replace("&amp;", "&");
    }

    private Message<AskApproval> asked() {
        String supportCode = supportCode();
        return broker.await(
                AskApproval.class, sent -> sent.supportCode().toString().equals(supportCode));
    }

    private void answer(String call, boolean approved) {
        ApprovalAnswered answer = new ApprovalAnswered(UUID.fromString(call), Channel.VOICE, approved);
        broker.send(message(answer, accountId("cloud").toString()), Surroundings.NOTIFICATION_SIGNING);
    }
}
