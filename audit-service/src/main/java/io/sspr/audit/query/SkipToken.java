package io.sspr.audit.query;

import io.sspr.audit.log.AuditQuery.Position;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the log as callers carry it from page to page. It opens nothing: it only says from where on, within what the caller may see. */
final class SkipToken {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT[0-9:.]{8,15}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private SkipToken() {}

    static String write(Position position) {
        String text = position.time() + " " + position.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty if the token is none of ours. */
    static Optional<Position> read(String token) {
        try {
            Matcher text = FORM.matcher(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII));
            return text.matches()
                    ? Optional.of(new Position(Instant.parse(text.group(1)), UUID.fromString(text.group(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
