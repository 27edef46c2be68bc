package io.sspr.sandbox.world;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The app that shows codes: people put a secret in, and read a code off. */
final class AuthenticatorRoutes implements Routes {
    private static final Pattern STEPS = Pattern.compile("-?[0-9]{1,3}");

    private final Authenticators authenticators;

    AuthenticatorRoutes(Authenticators authenticators) {
        this.authenticators = authenticators;
    }

    @Override
    public Optional<Answer> answer(Question question) {
        return switch (question.route()) {
            case "GET /authenticators" -> Optional.of(Answer.json(authenticators.displays()));
            case "POST /authenticators" -> Optional.of(enrol(question));
            case "GET /authenticators/{id}/code" -> code(question);
            default -> Optional.empty();
        };
    }

    private Answer enrol(Question question) {
        String device = question.text("device");
        if (device.isBlank()) {
            return Answer.of(400);
        }
        try {
            authenticators.enrol(device, question.text("secret"), question.text("account"));
            return Answer.of(204);
        } catch (IllegalArgumentException notBase32) {
            return Answer.of(400);
        }
    }

    private Optional<Answer> code(Question question) {
        String stepsAhead = question.query("stepsAhead").orElse("0");
        if (!STEPS.matcher(stepsAhead).matches()) {
            return Optional.of(Answer.of(400));
        }
        return authenticators
                .code(question.id(), Integer.parseInt(stepsAhead))
                .map(code -> Answer.json(Map.of("code", code)));
    }
}
