package io.sspr.agent.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/**
 * What reset-service answered.
 *
 * @param seen for the event log: the status, or why there is none
 * @param body empty unless accepted
 */
record Reply(Kind kind, Object seen, JsonNode body) {
    enum Kind {
        ACCEPTED,
        /** It does not believe this agent, or its token. */
        REFUSED,
        /** Somebody answered something that reset-service would not. */
        SENSELESS,
        /** No answer, or that it cannot answer now: to be asked again. */
        UNREACHABLE
    }

    static Reply of(Kind kind, Object seen) {
        return new Reply(kind, seen, MissingNode.getInstance());
    }

    static Kind kind(int status) {
        if (status >= 200 && status < 300) {
            return Kind.ACCEPTED;
        }
        return switch (status) {
            case 401, 403 -> Kind.REFUSED;
            case 408, 425, 429 -> Kind.UNREACHABLE;
            default -> status >= 500 ? Kind.UNREACHABLE : Kind.SENSELESS;
        };
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    Map<String, Object> details() {
        return Map.of("answer", seen);
    }
}
