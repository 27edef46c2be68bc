package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose page it is once a user is named, and what is left on the page of somebody who may not reset. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RefusedPagesIT extends PagesWalk {
    private static final String BRANDING =
            "\"branding\": {\"logo\": \"https://cdn.example/logo.png\", \"colour\": \"#123456\"}";

    @Test
    void theBrandIsShownOnceTheUserIsKnown_R_CFG_26() {
        setPolicy("{" + BRANDING + "}");

        assertThat(visit.open("/passwordreset").html()).doesNotContain("<img", "Wingtip Toys", "#123456");
        assertThat(enter("cloud").expect(200).html())
                .contains("<img src=\"https://cdn.example/logo.png\"", "Wingtip Toys", "--brand:#123456");
    }

    @Test
    void aRefusalCanBeReadInTheOtherLanguageToo_R_FLW_02_R_ERR_43_R_CFG_26() {
        setPolicy("{\"ssprEnabled\": \"NONE\", " + BRANDING + "}");
        enter("cloud").expect(403);
        String supportCode = supportCode();
        assertThat(visit.html()).contains("<img src=\"https://cdn.example/logo.png\"");

        visit.follow("日本語").expect(403);

        assertThat(visit.heading()).isEqualTo("申し訳ございません");
        assertThat(visit.text()).contains("SSPR_0009:", "Wingtip Toys");
        assertThat(supportCode()).isEqualTo(supportCode);
    }

    @Test
    void whoeverWasNotRefusedBeginsAnew_R_FLW_03() {
        assertThat(visit.open("/passwordreset/refused").path()).isEqualTo("/passwordreset");
        visit.setCookie("refusal", "SSPR_0009.none.");
        assertThat(visit.open("/passwordreset/refused").path()).isEqualTo("/passwordreset");
    }

    @Test
    void anAgentThatIsAwayInvitesToBeginAgain_R_ERR_30_R_ERR_40() {
        enter("federated").expect(503);

        assertThat(visit.text()).contains("SSPR_0030:");
        assertThat(visit.follow("Begin again").path()).isEqualTo("/passwordreset");
    }

    @Test
    void aBlockIsShownAlikeForKnownAndUnknown_R_ERR_91_R_ERR_92() {
        List<String> known = blocked("cloud");

        assertThat(blocked("nobody")).isEqualTo(known);
    }

    /** All that the browser gets to see, but for what is new each time. */
    private List<String> blocked(String name) {
        for (int attempt = 0; attempt < 6; attempt++) {
            openBrowser();
            enter(name);
        }
        assertThat(visit.expect(429).heading()).isEqualTo("Too many attempts");
        return List.of(
                visit.hops().toString(),
                changing(visit.cookiesSet().toString()),
                changing(visit.html()).replaceAll("<time.*?</time>", "time"));
    }

    private static String changing(String text) {
        return text.replaceAll("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "code")
                .replaceAll("[A-Za-z0-9_-]{43}", "token")
                .replaceAll("(?i)expires=[^;]*", "date");
    }
}
