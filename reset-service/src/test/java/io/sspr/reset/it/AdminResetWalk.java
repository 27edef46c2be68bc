package io.sspr.reset.it;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.change.PasswordResetByAdmin;
import io.sspr.contract.change.PasswordResetByAdminRefused;
import java.util.Map;

/** What the tests of administrators' resets share. */
abstract class AdminResetWalk extends ResetWalk {
    static final String FRESH = "Quartz-Meadow-31";
    static final Map<String, Object> FOR_ONE_SIGN_IN = Map.of("newPassword", FRESH);

    Response reset(String name, Map<String, Object> body) {
        return reset(ADMINISTRATOR, name, body);
    }

    Response reset(String administrator, String name, Map<String, Object> body) {
        return asSignedIn(administrator).body(body).post(resetOf(name));
    }

    String resetOf(String name) {
        return "/api/v1/admin/users/" + name + "@" + domain() + "/reset-password";
    }

    Response signIn(String name, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("userPrincipalName", name + "@" + domain(), "password", password))
                .post("/api/v1/signin");
    }

    static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    PasswordResetByAdmin fact(Response answer) {
        return broker.await(PasswordResetByAdmin.class, sent -> isOf(sent, answer))
                .event();
    }

    PasswordResetByAdminRefused refusal(Response answer) {
        return broker.await(PasswordResetByAdminRefused.class, sent -> isOf(sent, answer))
                .event();
    }
}
