package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.demo.DemoAccount;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Lets people of the demo sign in with their first password and register what they will prove themselves with. Thread-safe. */
final class Registrations {
    private final URI resetService;
    private final Steps steps;
    private final Gates gates;
    private final Outside outside;
    private final Phones phones;
    private final Staff staff;

    Registrations(URI resetService, Steps steps, Gates gates, Outside outside, Phones phones, Staff staff) {
        this.resetService = resetService;
        this.steps = steps;
        this.gates = gates;
        this.outside = outside;
        this.phones = phones;
        this.staff = staff;
    }

    void addPhone(DemoAccount account, String number) {
        RegistrationClient registration = signIn(account);
        int seen = outside.countMessages(number);
        String verification = registration.addPhone(number);
        registration.verify(verification, gates.receive(number, seen));
    }

    /** An app that makes codes; does nothing if it is there from a former tour, since apps outlive the import of their account. */
    void addApp(DemoAccount account) {
        addApp(account, null);
    }

    /** An app that makes codes and can be notified; does nothing if it is there, as above. */
    void addAppWithNotifications(DemoAccount account) {
        addApp(account, account.device());
    }

    /** Answers that replace those of a former tour. */
    Answers addAnswers(DemoAccount account) {
        RegistrationClient registration = signIn(account);
        Map<String, String> byQuestion = new HashMap<>();
        for (String question : registration.questions()) {
            String answer = steps.noted(TourPassword.random(), "an answer");
            steps.noted(answer.toLowerCase(Locale.ROOT), "an answer in its normal form");
            byQuestion.put(question, answer);
        }
        registration.answerQuestions(byQuestion);
        return new Answers(byQuestion);
    }

    private void addApp(DemoAccount account, String notifiedAt) {
        if (phones.appCode(account.device()).isPresent()) {
            return;
        }
        RegistrationClient registration = signIn(account);
        JsonNode begun = registration.addApp(notifiedAt);
        String secret = steps.noted(begun.path("setUp").path("key").asText(), "the secret of an app");
        phones.addToApp(account.device(), secret, account.upn());
        String code = phones.appCode(account.device()).orElseThrow();
        registration.verify(begun.path("id").asText(), steps.noted(code, "a one-time code"));
    }

    private RegistrationClient signIn(DemoAccount account) {
        String token = staff.signIn(account.upn(), account.initialPassword())
                .orElseThrow(() -> new IllegalStateException(account + " cannot sign in"));
        return new RegistrationClient(resetService, token);
    }
}
