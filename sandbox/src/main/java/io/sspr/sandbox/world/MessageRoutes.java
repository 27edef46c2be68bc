package io.sspr.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** Text messages and mails, and the SMS gateway, which can be made slow. */
final class MessageRoutes implements Routes {
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private final Phone phone;
    private final Inbox inbox;

    MessageRoutes(Phone phone, Inbox inbox) {
        this.phone = phone;
        this.inbox = inbox;
    }

    @Override
    public Optional<Answer> answer(Question question) {
        return switch (question.route()) {
            case "GET /sms" ->
                Optional.of(
                        Answer.json(question.query("to").map(phone::messagesTo).orElseGet(phone::messages)));
            case "GET /mails" ->
                Optional.of(Answer.json(question.query("to").map(inbox::mailsTo).orElseGet(inbox::mails)));
            case "POST /sms" ->
                Optional.of(phone.receive(question.text("to"), question.text("text"))
                        .answer());
            case "PUT /carrier" -> Optional.of(slowDown(question.body().path("delaySeconds")));
            default -> Optional.empty();
        };
    }

    private Answer slowDown(JsonNode seconds) {
        if (!seconds.isInt() || seconds.intValue() < 0 || seconds.intValue() > LONGEST_DELAY.toSeconds()) {
            return Answer.of(400);
        }
        phone.delay(Duration.ofSeconds(seconds.intValue()));
        return Answer.of(204);
    }
}
