package io.sspr.sandbox.tour;

import io.sspr.sandbox.tour.Http.Answer;
import java.net.URI;
import java.util.Map;

/** What a user does who knows the password: sign in, and change it. Thread-safe. */
final class AccountClient {
    private final Http http;

    AccountClient(URI resetService) {
        this.http = new Http(resetService);
    }

    Answer signIn(String userPrincipalName, String password) {
        return http.send(
                "POST",
                "/api/v1/signin",
                Map.of("userPrincipalName", userPrincipalName, "password", password),
                Map.of());
    }

    /** Changes the password and waits for the result. */
    Answer changePassword(String userPrincipalName, String current, String replacement) {
        return http.send(
                "POST",
                "/api/v1/password/change",
                Map.of("userPrincipalName", userPrincipalName, "currentPassword", current, "newPassword", replacement),
                Map.of());
    }
}
