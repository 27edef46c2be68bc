package io.sspr.sandbox.world;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that shows everything, and the public keys of the demo. */
final class FileRoutes implements Routes {
    private static final Pattern PUBLIC_KEY = Pattern.compile("/keys/([a-z0-9-]+\\.pub\\.jwk)");

    private final Path keys;

    /** @param keys folder whose public keys are handed out */
    FileRoutes(Path keys) {
        this.keys = keys;
    }

    @Override
    public Optional<Answer> answer(Question question) throws IOException {
        return switch (question.method() + " " + question.path()) {
            case "GET /" -> Optional.of(resource("page.html"));
            case "GET /page.css" -> Optional.of(resource("page.css"));
            case "GET /page.js" -> Optional.of(resource("page.js"));
            case "GET /health" -> Optional.of(Answer.json(Map.of("status", "UP")));
            default -> question.method().equals("GET") ? publicKey(question.path()) : Optional.empty();
        };
    }

    private Optional<Answer> publicKey(String path) throws IOException {
        Matcher key = PUBLIC_KEY.matcher(path);
        if (!key.matches() || Files.notExists(keys.resolve(key.group(1)))) {
            return Optional.empty();
        }
        return Optional.of(Answer.file(key.group(1), Files.readAllBytes(keys.resolve(key.group(1)))));
    }

    private static Answer resource(String name) throws IOException {
        try (InputStream in = FileRoutes.class.getResourceAsStream(name)) {
            return Answer.file(name, in.readAllBytes());
        }
    }
}
