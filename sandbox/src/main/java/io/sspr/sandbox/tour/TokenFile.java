package io.sspr.sandbox.tour;

import io.sspr.sandbox.CannotStartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file in which an agent looks for its onboarding token. It is there with all of the token or not at all. */
final class TokenFile {
    private final Path file;

    TokenFile(Path file) {
        this.file = file;
    }

    /**
     * Hands the token over.
     *
     * @throws CannotStartException if the file is out of reach, as it is for a tour on another machine
     */
    void write(String token) {
        try {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "onboarding", ".tmp");
            Files.write(draft, token.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unreachable) {
            throw new CannotStartException(
                    "The agent is not onboarded, and the tour cannot write the file in which it looks for a token: "
                            + file + ". Take the tour on the agent's machine, name the file in"
                            + " SSPR_ONBOARDING_TOKEN_FILE, or onboard the agent by hand.",
                    unreachable);
        }
    }
}
