package io.sspr.sandbox.world;

import java.util.Optional;

/** Text messages and mails, and the SMS gateway. */
final class MessageRoutes implements Routes {
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
            default -> Optional.empty();
        };
    }
}
