package io.sspr.outbox;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;

/** The outbox of a test, in memory. */
@Vetoed
public final class RememberedFacts extends Outbox {
    private final List<Message<? extends Fact>> messages = new ArrayList<>();

    public RememberedFacts() {
        super(null, null, null);
    }

    @Override
    public void add(Message<? extends Fact> fact) {
        messages.add(fact);
    }

    @Override
    public void add(Message<? extends Fact> fact, PublicJsonWebKey ownKey) {
        messages.add(fact);
    }

    public List<Fact> facts() {
        return messages.stream().<Fact>map(Message::event).toList();
    }
}
