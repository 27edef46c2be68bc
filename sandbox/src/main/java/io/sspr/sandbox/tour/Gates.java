package io.sspr.sandbox.tour;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.Http.Answer;
import java.util.Map;

/** Passes gates as their users do: reads the code that came, picks up the phone, taps on it, or looks at the app. Thread-safe. */
final class Gates {
    private static final int ACCEPTED = 202;

    private final Outside outside;
    private final Phones phones;
    private final Map<String, String> secretsUsed;

    Gates(Outside outside, Phones phones, Map<String, String> secretsUsed) {
        this.outside = outside;
        this.phones = phones;
        this.secretsUsed = secretsUsed;
    }

    /** A code that came, and the challenge that asks for it. */
    record Received(String challenge, String code) {
        /** Another code. */
        String wrongCode() {
            return (code.startsWith("0") ? "1" : "0") + code.substring(1);
        }
    }

    /** Goes through all gates by whatever methods are offered, the first one first. */
    Answer passAll(ResetClient reset, DemoAccount account, Answer begun) {
        Answer at = begun;
        while ("GATES_OPEN".equals(at.body().path("state").asText())) {
            String method = at.body().path("methods").path(0).path("method").asText();
            at = pass(reset, account, Proof.by(method));
        }
        return at;
    }

    /** @return the reset after that */
    Answer pass(ResetClient reset, DemoAccount account, Proof proof) {
        return switch (proof) {
            case MAIL -> passByCode(reset, proof, account.alternateEmail());
            case SMS -> passByCode(reset, proof, account.phone());
            case CALL_TO_MOBILE -> confirmCall(reset, proof, account.phone());
            case CALL_TO_OFFICE -> confirmCall(reset, proof, account.officePhone());
            case NOTIFICATION -> approve(reset, account);
            case APP_CODE -> typeAppCode(reset, account);
        };
    }

    /** @param destination mail address or phone number */
    Answer passByCode(ResetClient reset, Proof proof, String destination) {
        Received received = receive(reset, proof, destination);
        return reset.typeCode(received.challenge(), received.code());
    }

    /** Has a code sent and waits for it. */
    Received receive(ResetClient reset, Proof proof, String destination) {
        int seen = outside.countMessages(destination);
        String challenge = begin(reset, proof, destination);
        return new Received(challenge, noted(outside.awaitCode(destination, seen)));
    }

    /** Waits for the code that somebody else has had sent. */
    String receive(String destination, int seen) {
        return noted(outside.awaitCode(destination, seen));
    }

    /** Has the phone called and hangs up; the challenge, once that is known. */
    String hangUp(ResetClient reset, Proof proof, String number) {
        int seen = phones.countCalls(number);
        String challenge = begin(reset, proof, number);
        phones.hangUp(number, seen);
        reset.awaitReply();
        return challenge;
    }

    /** Has the app notified and says no; the challenge, once that is known. */
    String deny(ResetClient reset, DemoAccount account) {
        return answerNotification(reset, account, false);
    }

    private Answer confirmCall(ResetClient reset, Proof proof, String number) {
        int seen = phones.countCalls(number);
        begin(reset, proof, number);
        phones.confirmCall(number, seen);
        return reset.awaitReply();
    }

    private Answer approve(ResetClient reset, DemoAccount account) {
        answerNotification(reset, account, true);
        return reset.look();
    }

    private String answerNotification(ResetClient reset, DemoAccount account, boolean approve) {
        int seen = phones.countNotifications(account.device());
        String challenge = begin(reset, Proof.NOTIFICATION, null);
        phones.tap(account.device(), seen, approve);
        reset.awaitReply();
        return challenge;
    }

    /** The code before may have been used up by registering the app half a minute ago; a clock may be that much fast. Source: R-APP-02. */
    private Answer typeAppCode(ResetClient reset, DemoAccount account) {
        String challenge = begin(reset, Proof.APP_CODE, null);
        String code = phones.nextAppCode(account.device())
                .orElseThrow(() -> new IllegalStateException("no app on the phone of " + account));
        return reset.typeCode(challenge, noted(code));
    }

    /** @param destination is typed if it is a phone number */
    private static String begin(ResetClient reset, Proof proof, String destination) {
        String number = proof == Proof.MAIL ? null : destination;
        Answer answer = reset.challenge(proof.method(), proof.channel(), number);
        if (answer.status() != ACCEPTED) {
            throw new IllegalStateException("no challenge by " + proof + ": " + answer.body());
        }
        return answer.body().path("id").asText();
    }

    private String noted(String code) {
        secretsUsed.put(code, "a one-time code");
        return code;
    }
}
