package io.sspr.notification.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.Channel;
import io.sspr.notification.NotificationConfig;
import io.sspr.notification.delivery.Attempt;
import io.sspr.notification.delivery.DialledNumber;
import io.sspr.notification.delivery.Gateway;
import io.sspr.notification.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The telephone and the push provider. Both know a call or push by the delivery's id and place it once, however often they are asked to, so that a crash
 * between placing and remembering rings nobody twice.
 */
@ApplicationScoped
class Carrier {
    private final Gateway gateway;
    private final NotificationConfig config;

    Carrier(Gateway gateway, NotificationConfig config) {
        this.gateway = gateway;
        this.config = config;
    }

    /** One try to place a call or push. Source: R-PHN-04, R-PHN-08. */
    Attempt place(AskApproval request) {
        boolean voice = request.channel() == Channel.VOICE;
        String words = (voice ? "approval.voice." : "approval.push.") + request.purpose();
        String text = Texts.in(request.language()).get(words, request.tenantName());
        String to = voice ? DialledNumber.of(request.destination()) : request.destination();
        return gateway.post(
                all(request.channel()),
                Map.of(
                        "id",
                        request.deliveryId().toString(),
                        voice ? "to" : "device",
                        to,
                        "text",
                        text,
                        "language",
                        request.language()));
    }

    /** What one of them has come to; never completes exceptionally. */
    CompletableFuture<Reply> reply(Channel channel, UUID deliveryId) {
        return gateway.get(URI.create(all(channel) + "/" + deliveryId)).thenApply(Carrier::read);
    }

    private static Reply read(Optional<JsonNode> answer) {
        return answer.map(found -> Reply.of(found.path("state").asText())).orElse(Reply.UNKNOWN);
    }

    private URI all(Channel channel) {
        return channel == Channel.VOICE ? below(config.voiceUrl(), "calls") : below(config.pushUrl(), "approvals");
    }

    private static URI below(URI base, String name) {
        String address = base.toString();
        return URI.create(address.endsWith("/") ? address + name : address + "/" + name);
    }
}
