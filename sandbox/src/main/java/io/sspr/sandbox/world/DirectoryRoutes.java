package io.sspr.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.directory.Directory;
import java.util.Optional;

/** Switches for the directory. */
final class DirectoryRoutes implements Routes {
    private final Directory directory;

    DirectoryRoutes(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Answer> answer(Question question) {
        return switch (question.method() + " " + question.path()) {
            case "PUT /directory" -> Optional.of(turn(question.body().path("up")));
            case "POST /directory/seed" -> Optional.of(seed());
            default -> Optional.empty();
        };
    }

    private Answer seed() {
        directory.seed(DemoAccounts.ALL);
        return Answer.of(204);
    }

    private Answer turn(JsonNode up) {
        if (!up.isBoolean()) {
            return Answer.of(400);
        }
        directory.up(up.booleanValue());
        return Answer.of(204);
    }
}
