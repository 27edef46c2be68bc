package io.sspr.sandbox.world;

import java.util.Optional;

/** The telephone provider, and the people who pick up. */
final class CallRoutes implements Routes {
    private final Calls calls;

    CallRoutes(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<Answer> answer(Question question) {
        return switch (question.route()) {
            case "GET /calls" ->
                Optional.of(Answer.json(question.query("to").map(calls::to).orElseGet(calls::all)));
            case "GET /calls/{id}" -> calls.find(question.id()).map(Answer::json);
            case "POST /calls" -> Optional.of(place(question).answer());
            case "PUT /calls/{id}" -> Optional.of(react(question));
            default -> Optional.empty();
        };
    }

    private Delivery place(Question call) {
        return calls.place(call.text("id"), call.text("to"), call.text("text"), call.text("language"));
    }

    private Answer react(Question question) {
        if (question.body().path("hangUp").asBoolean()) {
            return calls.hangUp(question.id()).answer();
        }
        String key = question.text("key");
        return Calls.isKey(key) ? calls.press(question.id(), key).answer() : Answer.of(400);
    }
}
