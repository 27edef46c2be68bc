package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tests of the pages with settings share. */
abstract class SettingsWalk extends ResetWalk {
    static final String POLICY = "/api/v1/admin/policy";

    /** A browser in which that user is signed in. */
    Visit as(String name) {
        return new Visit(clock).speaking("en").saying("Authorization", "Bearer " + token(name));
    }

    String token(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("userPrincipalName", name + "@" + domain(), "password", PASSWORD))
                .post("/api/v1/signin")
                .path("accessToken");
    }

    /** Opens a section as the tenant's Global Administrator. */
    Visit section(String name) {
        return as(ADMINISTRATOR).open("/admin/" + name).expect(200);
    }

    /** Adds an account without any licence that holds this role. */
    void employ(String name, String role) {
        employ(name, role, "");
    }

    void employ(String name, String role, String licence) {
        importAccounts("""
                {"userPrincipalName": "%s@%%s", "kind": "CLOUD_ONLY", "roles": ["%s"], "licences": [%s], "password": "%s"}
                """.formatted(name, role, licence, PASSWORD));
    }

    /** A setting, as the API tells it. */
    Object setting(String path) {
        return asAdministrator().get(POLICY).path(path);
    }

    /** Whether the part that depends on a choice can be seen. */
    static boolean shows(Visit visit, String choice) {
        Matcher part = Pattern.compile("<fieldset[^>]*data-shown-by=\"" + Pattern.quote(choice) + "\"([^>]*)>")
                .matcher(visit.html());
        assertThat(part.find()).as("a part for " + choice).isTrue();
        boolean isHidden = part.group(1).contains("hidden");
        // What is hidden must not be sent, either.
        assertThat(part.group(1).contains("disabled")).isEqualTo(isHidden);
        return !isHidden;
    }

    /** What is said to be wrong with a field; empty if nothing is. */
    static String errorAt(Visit visit, String field) {
        Matcher error = Pattern.compile("id=\"" + Pattern.quote(field) + "-error\">([^<]*)")
                .matcher(visit.html());
        assertThat(error.find()).as("a place for errors at " + field).isTrue();
        return error.group(1);
    }
}
