package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody with a browser is told who cannot go where they want to, and how they go on. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ProblemPagesIT extends OwnTenant {
    private Visit visit;

    @BeforeEach
    void begin() {
        setPolicy("{\"registrationRequired\": false}");
        visit = new Visit(clock).speaking("en");
    }

    @Test
    void whoeverMayNotAdministerCanGoOnOrSignOut_R_ACT_03() {
        signIn("cloud").open("/admin").expect(403);
        assertThat(visit.heading()).isEqualTo("Not allowed");

        visit.follow("Look at your security info").expect(200);
        assertThat(visit.path()).startsWith("/ssprsetup");
        visit.open("/admin").submit("/signout");

        assertThat(visit.text()).contains("You are signed out");
    }

    @Test
    void nobodyWithABrowserIsSentToWhatIsWrittenForPrograms() {
        visit.open("/signout").expect(405);
        assertThat(visit.heading()).isEqualTo("There is nothing to see here");
        assertThat(visit.text()).doesNotContain("openapi", "HTTP").doesNotContain("Sign out");

        visit.open("/signin")
                .set("userPrincipalName", "a\0b")
                .set("password", "x")
                .submit()
                .expect(400);
        assertThat(visit.heading()).isEqualTo("The form could not be read");
        assertThat(visit.text()).doesNotContain("openapi", "JSON");
    }

    @Test
    void formsOfAFormerSignInDoNothingInTheNextOne_R_FLW_34() {
        signIn("cloud").open("/ssprsetup/email").set("address", "clem@home.example");
        Map<String, String> former =
                Map.of("csrf", visit.value("csrf"), "form", visit.value("form"), "address", "clem@home.example");
        visit.submit("/signout").expect(200);
        signIn(ADMINISTRATOR);

        visit.post("/ssprsetup/email", former).expect(403);

        assertThat(visit.heading()).isEqualTo("This page is no longer current");
        assertThat(visit.text()).contains("Open the page again");
        assertThat(signIn("cloud")
                        .open("/ssprsetup/email")
                        .submit("/ssprsetup/email")
                        .status())
                .as("forms made since")
                .isNotEqualTo(403);
    }

    @Test
    void aSecondSignInMakesFormsOfTheFirstWorthless_R_FLW_34() {
        signIn("cloud").open("/ssprsetup/email");
        Map<String, String> former = Map.of("csrf", visit.value("csrf"), "address", "clem@home.example");
        signIn(ADMINISTRATOR);

        visit.post("/ssprsetup/email", former).expect(403);
    }

    private Visit signIn(String name) {
        return visit.open("/signin?then=changepassword")
                .set("userPrincipalName", name + "@" + domain())
                .set("password", PASSWORD)
                .submit()
                .expect(200);
    }
}
