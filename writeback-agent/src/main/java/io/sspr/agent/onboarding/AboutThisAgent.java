package io.sspr.agent.onboarding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.key.KeyRing;
import io.sspr.agent.onboarding.Reply.Kind;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** What an onboarded agent asks reset-service to do about it, signed and dated. Thread-safe. */
@Singleton
class AboutThisAgent {
    private final KeyRing keys;
    private final ResetService resetService;
    private final Clock clock;
    private final String path;

    AboutThisAgent(KeyRing keys, ResetService resetService, AgentConfig config, Clock clock) {
        this.keys = keys;
        this.resetService = resetService;
        this.clock = clock;
        this.path = "/api/v1/agents/" + segment(config.tenant()) + "/"
                + segment(config.agent().name()) + "/";
    }

    Reply ask(String what, ObjectNode content) throws InterruptedException {
        ObjectNode body = content.put("issuedAt", clock.instant().toString());
        Reply reply = resetService.post(path + what, body, keys.signing());
        if (reply.is(Kind.REFUSED) && keys.next().isPresent()) {
            // If the answer to an announcement was lost, the announced key is the one that counts by now.
            return resetService.post(path + what, body, keys.next().get().signing());
        }
        return reply;
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
