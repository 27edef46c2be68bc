package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens of an OpenID Connect provider, next to those of reset-service. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestMethodOrder(OrderAnnotation.class)
class OidcIT extends ResetWalk {
    private static final TestProvider PROVIDER = Surroundings.PROVIDER;

    @Inject
    DataSource dataSource;

    /** The first to need the provider's keys, since they are kept. */
    @Test
    @Order(1)
    void aProviderThatIsDownIsAskedAgain() {
        PROVIDER.goDown();
        int down = policy(tokenOf("admin"));
        PROVIDER.comeUp();
        int up = policy(tokenOf("admin"));

        assertThat(down).isEqualTo(401);
        assertThat(up).isEqualTo(200);
    }

    @Test
    void theProvidersTokenOpensWhatTheAccountMayDo_R_ADM_09() {
        assertThat(policy(tokenOf("admin"))).isEqualTo(200);
        assertThat(policy(tokenOf("ADMIN"))).isEqualTo(200);
        assertThat(policy(tokenOf("cloud"))).isEqualTo(403);
    }

    @Test
    void rolesTenantAndSubjectOfTheProviderMeanNothing_R_ADM_09() {
        JwtClaims claims = claims("cloud");
        claims.setSubject(accountId("admin").toString());
        claims.setStringListClaim("groups", "Global Administrator");
        claims.setClaim("realm_access", Map.of("roles", List.of("Global Administrator")));
        claims.setClaim("tenant", tenant);
        claims.setClaim("upn", "admin@" + domain());
        claims.setClaim("valid_from", 0);

        assertThat(policy(PROVIDER.sign(claims))).isEqualTo(403);
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw("of another audience", claims -> claims.setAudience("another-api")),
                flaw("of no audience", claims -> claims.unsetClaim("aud")),
                flaw("expired", claims -> claims.setExpirationTime(NumericDate.fromSeconds(1_700_000_000))),
                flaw("without an end", claims -> claims.unsetClaim("exp")),
                flaw("not begun", claims -> claims.setNotBeforeMinutesInThePast(-60)),
                flaw("without a name", claims -> claims.unsetClaim("preferred_username")),
                flaw(
                        "with several names",
                        claims -> claims.setStringListClaim(
                                "preferred_username", claims.getClaimValueAsString("preferred_username"))),
                flaw("of another issuer", claims -> claims.setIssuer("https://elsewhere.example")),
                flaw("in our name", claims -> claims.setIssuer("sspr-reset-service")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void refusesATokenThat(String is, Consumer<JwtClaims> flaw) {
        JwtClaims claims = claims("admin");
        flaw.accept(claims);

        assertRefused(PROVIDER.sign(claims));
    }

    @Test
    void refusesWhatAnotherKeySigned() {
        assertRefused(TestProvider.sign(claims("admin"), Surroundings.AGENT, "RS256"));
        assertRefused(TestProvider.sign(claims("admin"), Surroundings.rsa("provider"), "RS256"));
    }

    @Test
    void refusesWhatNobodySigned() {
        String[] parts = tokenOf("admin").split("\\.");

        assertRefused(parts[0] + "." + parts[1] + ".");
        assertRefused("eyJhbGciOiJub25lIn0." + parts[1] + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "disabled", "guest", "Clem.Marsh"})
    void refusesWhoIsNoUsableAccountByName(String name) {
        assertRefused(tokenOf(name));
    }

    @Test
    void refusesWhoIsDisabledMeanwhile() throws SQLException {
        String token = tokenOf("admin");
        assertThat(policy(token)).isEqualTo(200);

        disable("admin");

        assertRefused(token);
    }

    @Test
    void itsUsersReachTheRegistration() {
        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + tokenOf("cloud"))
                .get("/api/v1/registration")
                .then()
                .statusCode(200);
    }

    @Test
    void ourOwnTokensAreGoodAsBefore() {
        assertThat(asAdministrator().get("/api/v1/admin/policy").statusCode()).isEqualTo(200);
        assertThat(policy("not.a.token")).isEqualTo(401);
        assertThat(given().get("/api/v1/admin/policy").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutHereLeavesTheProvidersTokensAlone_R_FLW_12() {
        String token = tokenOf("admin");

        given().header("Authorization", "Bearer " + token)
                .post("/api/v1/signout")
                .then()
                .statusCode(204);

        assertThat(policy(token)).isEqualTo(200);
    }

    private static Arguments flaw(String name, Consumer<JwtClaims> flaw) {
        return Arguments.of(name, flaw);
    }

    private JwtClaims claims(String name) {
        return PROVIDER.claims(name + "@" + domain());
    }

    private String tokenOf(String name) {
        return PROVIDER.sign(claims(name));
    }

    private static Response ask(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/admin/policy");
    }

    private static int policy(String token) {
        return ask(token).statusCode();
    }

    private static void assertRefused(String token) {
        Response refused = ask(token);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(problem(refused)).isEqualTo("NotAuthenticated");
        assertThat(UUID.fromString(refused.path("supportCode"))).isNotNull();
    }

    private void disable(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update account set enabled = false where user_principal_name = ?")) {
            update.setString(1, name + "@" + domain());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
