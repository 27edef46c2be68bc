package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forms of the registration portal that come twice, what the page tells of a message, and what it leads to. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RegistrationFormsIT extends RegistrationWalk {
    private static final String HOME = "/ssprsetup";
    private static final String MOBILE = HOME + "/phone/mobile";

    @Test
    void aFormThatIsSentOftenAtTheSameMomentSendsOneMessage_R_FLW_34() {
        Visit visit = visitor(signedIn("cloud")).open(MOBILE);
        Map<String, String> form = form(visit, Map.of("number", PHONE, "channel", "SMS"));

        List<String> pages = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> another(visit).post(MOBILE, form).expect(200).path())
                .distinct()
                .toList();

        assertThat(pages).hasSize(1).allMatch(page -> page.startsWith(HOME + "/verify/"));
        visit.open(pages.get(0));
        visit.set("code", code(verification(visit))).press("Verify").expect(200);
        assertThat(visit.path()).isEqualTo(HOME);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void whoGoesBackAndTypesSomethingElseGetsAnotherMessage_R_FLW_34() {
        Visit visit = visitor(signedIn("cloud")).open(MOBILE);
        Map<String, String> form = form(visit, Map.of("number", PHONE, "channel", "SMS"));
        String first = verification(visit.post(MOBILE, form).expect(200));
        form.put("number", "+81 9033334444");

        String second = verification(visit.post(MOBILE, form).expect(200));

        assertThat(second).isNotEqualTo(first);
        assertThat(sentTo(second)).isEqualTo("+81 9033334444");
    }

    @Test
    void mailProofAndRepetitionAreSentOnceForEachForm_R_FLW_34() {
        Visit visit = visitor(signedIn("cloud")).open(HOME + "/email");
        String mail = twice(visit, HOME + "/email", Map.of("address", "clem@home.example"));
        String again = twice(visit, HOME + "/verify/" + mail + "/again", Map.of());
        assertThat(again).isNotEqualTo(mail);
        visit.set("code", code(again)).press("Verify").expect(200);
        assertThat(sent()).isEqualTo(2);

        Visit later = visitor(signedIn("cloud")).open(HOME + "/proof");
        String proof = twice(later, HOME + "/proof", Map.of("way", "EMAIL_EMAIL"));

        later.set("code", code(proof)).press("Verify").expect(200);
        assertThat(later.path()).isEqualTo(HOME);
        assertThat(sent()).isEqualTo(3);
    }

    @Test
    void aCallThatFailsIsNotSaidToBeUnderWay_R_ERR_95_R_PHN_08() {
        Visit visit = visitor(signedIn("cloud")).open(MOBILE);
        visit.set("number", PHONE).set("channel", "VOICE").submit().expect(200);
        assertThat(visit.html()).contains("class=\"spinner\"");
        String call = verification(visit);
        broker.await(
                AskApproval.class, sent -> sent.event().deliveryId().toString().equals(call));

        DeliveryFailed failed =
                new DeliveryFailed(UUID.fromString(call), Content.APPROVAL, Channel.VOICE, 1, Cause.REJECTED);
        broker.send(message(failed, accountId("cloud").toString()), Surroundings.NOTIFICATION_SIGNING);

        await().atMost(SOON).until(() -> visit.open(visit.address()).text().contains("did not get through"));
        assertThat(visit.html()).doesNotContain("class=\"spinner\"", "later-");
        assertThat(visit.text()).contains("Check the number").doesNotContain("address", "We are calling you");
    }

    @Test
    void thePasswordIsChangedFromHere_R_REG_08() {
        Visit visit = visitor(signedIn("cloud")).open(HOME);

        assertThat(visit.follow("Change my password").expect(200).path()).isEqualTo("/changepassword");
    }

    @Test
    void anOfficePhoneOnFileIsShownThoughItIsSwitchedOff_R_REG_06() {
        setPolicy("{\"methodsEnabled\": [\"EMAIL\"]}");
        importAccounts("""
                {"userPrincipalName": "deskless@%s", "kind": "CLOUD_ONLY", "licences": ["ENTRA_P1"],
                 "password": "Fresh-Copper-2026"}""");

        assertThat(visitor(signedIn("cloud")).open(HOME + "/add").text()).contains("Office phone Does not count");
        assertThat(visitor(signedIn("deskless")).open(HOME + "/add").text()).doesNotContain("Office phone");
    }

    /** Sends a form of the page twice, and returns to what both led. */
    private String twice(Visit visit, String address, Map<String, String> typed) {
        Map<String, String> form = form(visit, typed);
        String first = verification(visit.post(address, form).expect(200));
        assertThat(verification(visit.post(address, form).expect(200))).isEqualTo(first);
        return first;
    }

    private static Map<String, String> form(Visit visit, Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(typed);
        form.put("csrf", visit.value("csrf"));
        form.put("form", visit.value("form"));
        return form;
    }

    private Visit visitor(String token) {
        return new Visit(clock).speaking("en").setCookie("signin", token);
    }

    /** The same browser in another tab. */
    private Visit another(Visit visit) {
        return visitor(visit.cookie("signin")).setCookie("form", visit.cookie("form"));
    }

    private int sent() {
        return broker.all(DeliverCode.class, message -> message.tenant().equals(tenant))
                .size();
    }

    private static String verification(Visit visit) {
        assertThat(visit.path()).contains("/verify/");
        return visit.path().split("/")[3];
    }
}
