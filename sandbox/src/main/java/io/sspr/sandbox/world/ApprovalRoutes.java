package io.sspr.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The push provider, and the people who tap. */
final class ApprovalRoutes implements Routes {
    private final Approvals approvals;

    ApprovalRoutes(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Optional<Answer> answer(Question question) {
        return switch (question.route()) {
            case "GET /approvals" ->
                Optional.of(
                        Answer.json(question.query("device").map(approvals::on).orElseGet(approvals::all)));
            case "GET /approvals/{id}" -> approvals.find(question.id()).map(Answer::json);
            case "POST /approvals" -> Optional.of(ask(question).answer());
            case "PUT /approvals/{id}" -> Optional.of(react(question));
            default -> Optional.empty();
        };
    }

    private Delivery ask(Question push) {
        return approvals.ask(push.text("id"), push.text("device"), push.text("text"), push.text("language"));
    }

    private Answer react(Question question) {
        JsonNode approve = question.body().path("approve");
        return approve.isBoolean()
                ? approvals.answer(question.id(), approve.booleanValue()).answer()
                : Answer.of(400);
    }
}
