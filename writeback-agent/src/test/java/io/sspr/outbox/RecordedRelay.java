package io.sspr.outbox;

import io.sspr.contract.Event;
import io.sspr.contract.Message;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jose4j.jwk.PublicJsonWebKey;

/** A relay that remembers what it was to send, and takes it or not as it is told. */
@Vetoed
public final class RecordedRelay extends OutboxRelay {
    private final List<Message<?>> sent = new ArrayList<>();
    private boolean away;

    public RecordedRelay() {
        super(null, "localhost:1");
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    public List<Message<?>> sent() {
        return sent;
    }

    @Override
    public CompletionStage<Void> send(Message<? extends Event> message, PublicJsonWebKey ownKey) {
        if (away) {
            return CompletableFuture.failedFuture(new IllegalStateException("the broker is away"));
        }
        sent.add(message);
        return CompletableFuture.completedFuture(null);
    }

    public void end() throws InterruptedException {
        stop(null);
    }
}
