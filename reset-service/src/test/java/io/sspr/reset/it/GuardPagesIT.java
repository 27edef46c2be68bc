package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all pages: which forms count, what a page may load, what other sites learn, and how long a sign-in lasts. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GuardPagesIT extends OwnTenant {
    private static final String SIGNED_IN_ONLY = "/signin/expiring?then=changepassword";

    private Visit visit;

    @BeforeEach
    void begin() {
        setPolicy("{\"registrationRequired\": false}");
        visit = new Visit(clock).speaking("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "foreign", "ofAnotherVisitor"})
    void aFormThatIsNotOursCountsForNothing(String which) {
        signIn();
        String other = new Visit(clock).open("/signin").value("csrf");
        Map<String, Map<String, String>> forms = Map.of(
                "none", Map.of(),
                "foreign", Map.of("csrf", "x"),
                "ofAnotherVisitor", Map.of("csrf", other));

        visit.post("/signout", forms.get(which)).expect(403);

        assertThat(visit.heading()).isEqualTo("This page is no longer current");
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void aFormWithoutItsTokenIsRefusedOnEveryPortal() {
        visit.open("/signin");
        Map<String, String> fields =
                new HashMap<>(Map.of("userPrincipalName", "cloud@" + domain(), "password", PASSWORD));

        for (String portal :
                new String[] {"/signin", "/changepassword", "/passwordreset", "/ssprsetup/email", "/admin/properties"
                }) {
            assertThat(visit.post(portal, fields).status()).as(portal).isEqualTo(403);
        }
        assertThat(visit.cookie("signin")).isNull();
        fields.put("csrf", visit.open("/signin").value("csrf"));
        visit.post("/signin", fields).expect(200);
        assertThat(visit.cookie("signin")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/passwordreset", "/signin", "/changepassword"})
    void theLinkToHelpLeadsWhereTheOperatorSays_R_SUP_10(String page) {
        assertThat(visit.open(page).html()).contains("<a href=\"" + Surroundings.HELP_URL + "\">");
    }

    @Test
    void withoutCookiesNothingGoesOn_R_ERR_88() {
        visit.open("/signin")
                .forgetCookies()
                .set("userPrincipalName", "cloud@" + domain())
                .set("password", PASSWORD);

        visit.submit().expect(403);

        assertThat(visit.heading()).isEqualTo("Cookies are switched off");
        assertThat(visit.text()).contains("Allow cookies for this site");
        assertThat(visit.cookie("signin")).isNull();
    }

    @Test
    void withoutCookiesThePageThatSaysSoIsInTheVisitorsLanguage_R_ERR_88_R_FLW_02() {
        visit.speaking("ja").open("/changepassword").forgetCookies().submit().expect(403);

        assertThat(visit.header("Content-Language")).isEqualTo("ja");
        assertThat(visit.html()).contains("<html lang=\"ja\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signin",
                "/signin?signedout=true",
                "/changepassword",
                "/changepassword?expired=true",
                "/changepassword/done",
                "/passwordreset",
                "/ssprsetup",
                "/admin",
                "/signout",
                "/signin/nothing-here",
                "/passwordreset/nothing-here",
                "/ssprsetup/nothing-here",
                "/admin/nothing-here",
                "/changepassword/done/nothing-here"
            })
    void aPageLoadsOnlyOursTellsNothingAndIsKeptNowhere(String address) {
        visit.open(address);

        assertThat(visit.header("Content-Type"))
                .as(visit.html())
                .startsWith("text/html")
                .containsIgnoringCase("utf-8");
        assertThat(visit.header("Content-Security-Policy"))
                .contains(
                        "default-src 'none'",
                        "script-src 'self';",
                        "frame-ancestors 'none'",
                        "form-action 'self'",
                        "base-uri 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*", "http:");
        assertThat(visit.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(visit.allOf("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(visit.allOf("Cache-Control")).containsExactly("no-store");
        assertThat(visit.header("Content-Language")).isEqualTo("en");
        assertThat(visit.header("sspr-cid")).hasSize(36);
        assertThat(visit.html().replace("href=\"" + Surroundings.HELP_URL, ""))
                .doesNotContainPattern("(?i)<script(?![^>]*\\bsrc=)")
                .doesNotContainPattern("(?i)<[^>]+\\sstyle=")
                .doesNotContainPattern("(?i)<[^>]+\\son[a-z]+=")
                .doesNotContainPattern("(?i)<style(?![^>]*\\bnonce=)")
                .doesNotContainPattern("(?i)(?:src|href|action)=\"(?:https?:)?//");
    }

    @Test
    void aPageOfAnOrganisationMayLoadItsLogoAndColourAndNothingElse_R_CFG_26() {
        setPolicy("{\"branding\": {\"logo\": \"https://cdn.example/logo.png\", \"colour\": \"#123456\"}}");
        signIn();

        visit.open("/changepassword");

        String nonce = visit.html().replaceAll("(?s).*<style nonce=\"([A-Za-z0-9_-]{43})\">.*", "$1");
        assertThat(visit.header("Content-Security-Policy"))
                .contains("img-src 'self' data: https://cdn.example;", "style-src 'self' 'nonce-" + nonce + "';");
        assertThat(visit.open("/changepassword").html()).doesNotContain(nonce);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/changepassword", "/passwordreset", "/signin/expiring", "/admin", "/"})
    void whatAProxySaysOfHostAndAddressIsNotBelieved(String address) {
        visit.saying("X-Forwarded-Host", "evil.example")
                .saying("X-Forwarded-Proto", "gopher")
                .saying("X-Forwarded-For", "203.0.113.9")
                .saying("X-Forwarded-Prefix", "/evil")
                .saying("Forwarded", "for=203.0.113.9;host=evil.example;proto=gopher");

        visit.open(address).expect(200);

        assertThat(visit.html()).doesNotContain("evil", "gopher", "203.0.113.9");
        assertThat(visit.hops()).allMatch(hop -> hop.startsWith("/") && !hop.contains("evil"));
    }

    @Test
    void wherePagesLeadDoesNotDependOnTheHostThatIsAskedFor() {
        signIn();

        assertThat(visit.hops()).containsExactly("/changepassword");
        assertThat(visit.open("/admin").hops()).allMatch(hop -> hop.startsWith("/"));
    }

    @Test
    void everyCookieIsOutOfReachOfScriptsAndOtherSites() {
        visit.open("/signin?mkt=en-US");
        visit.set("userPrincipalName", "cloud@" + domain())
                .set("password", PASSWORD)
                .set("then", "changepassword")
                .submit();

        assertThat(visit.cookiesSet())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("sspr-")
                        .containsIgnoringCase("; HttpOnly")
                        .containsIgnoringCase("; SameSite=Lax")
                        .containsIgnoringCase("; Path=/")
                        .doesNotContainIgnoringCase("domain="));
    }

    @Test
    void aFormIsGoodForTwelveHoursAfterThePageItIsOn() {
        visit.open("/signin");
        clock.moveOn(Duration.ofHours(11));
        signInForm("/signin", "cloud");
        clock.moveOn(Duration.ofHours(11));

        visit.submit().expect(200);
    }

    @Test
    void aSignInEndsAfterTenMinutesWithoutAPage() {
        signIn();
        clock.moveOn(Duration.ofMinutes(9));
        assertThat(isSignedIn()).isTrue();

        clock.moveOn(Duration.ofMinutes(9));
        assertThat(isSignedIn()).isTrue();
        clock.moveOn(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void aSignInEndsAfterEightHoursOfWork() {
        signIn();
        Duration passed = Duration.ZERO;
        while (isSignedIn() && passed.toHours() < 10) {
            clock.moveOn(Duration.ofMinutes(5));
            passed = passed.plusMinutes(5);
        }

        assertThat(passed).isBetween(Duration.ofHours(8), Duration.ofHours(8).plusMinutes(15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/admin/policy",
                "/admin/../api/v1/admin/policy",
                "/admin/%2e%2e/api/v1/admin/policy",
                "//api/v1/admin/policy",
                "/./api/v1/admin/policy"
            })
    void theSignInOfThePagesOpensNothingOfTheApi(String path) {
        signIn(ADMINISTRATOR);
        assertThat(isSignedIn()).isTrue();

        visit.open(RestAssured.baseURI + ":" + RestAssured.port + path);

        assertThat(visit.status()).isIn(401, 404);
        assertThat(visit.html()).doesNotContain("ssprEnabled");
    }

    private boolean isSignedIn() {
        return visit.open(SIGNED_IN_ONLY).path().equals("/changepassword");
    }

    private void signIn() {
        signIn("cloud");
    }

    private void signIn(String name) {
        signInForm("/signin?then=changepassword", name).submit().expect(200);
    }

    private Visit signInForm(String address, String name) {
        return visit.open(address)
                .set("userPrincipalName", name + "@" + domain())
                .set("password", PASSWORD);
    }
}
