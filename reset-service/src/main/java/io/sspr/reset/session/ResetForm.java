package io.sspr.reset.session;

import jakarta.ws.rs.FormParam;
import java.util.Optional;
import java.util.UUID;

/**
 * What every form of a reset has with it: which reset its page showed, and how far that had got. A form of another reset than the one that the browser has
 * in hand does nothing, as one that is outdated. Source: R-FLW-34.
 *
 * @param reset null if it is not said
 */
public record ResetForm(
        @FormParam("reset") UUID reset,
        @FormParam("version") int version) {

    /** The version of the reset that the user has looked at. */
    public Optional<Integer> seen() {
        return Optional.of(version);
    }

    boolean isOf(ResetSession session) {
        return session.id().equals(reset);
    }
}
