package io.sspr.reset.gate;

import io.sspr.contract.Message;
import io.sspr.contract.Request;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.delivery.MessagePurpose;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.session.ResetSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the message by which a user proves something: a code by SMS or mail, or a call or notification that asks for approval. A code leaves in two
 * forms only: hashed into the database, sealed to notification-service. For a decoy there is a code, too, and nobody who could get it.
 */
@ApplicationScoped
public class WriteToUser {
    private final ResetKeys keys;

    WriteToUser(ResetKeys keys) {
        this.keys = keys;
    }

    /**
     * A message that is to go out.
     *
     * @param codeHash what {@link OneTimeCode#matches} compares with; null if the user replies on the phone
     */
    public record Asked(Request request, byte[] codeHash) {}

    /**
     * @param id of what is to be proven; the delivery has the same
     * @param purpose what the message says that it is for
     * @param address phone number as stored, mail address or device
     * @param language {@code ja} or {@code en}
     */
    public Asked ask(
            UUID id,
            MessagePurpose purpose,
            Channel channel,
            String address,
            Tenant tenant,
            String language,
            Instant expiresAt) {
        if (!channel.carriesCodes()) {
            return new Asked(
                    new AskApproval(
                            id, tenant.id(), purpose, channel, address, language, tenant.displayName(), expiresAt),
                    null);
        }
        Secret code = OneTimeCode.random();
        DeliverCode unsealed = new DeliverCode(
                id,
                tenant.id(),
                purpose,
                channel,
                address,
                language,
                tenant.displayName(),
                tenant.branding(),
                null,
                expiresAt);
        return new Asked(
                unsealed.sealedWith(Seal.seal(code, unsealed.sealContext(), keys.notification())),
                OneTimeCode.hash(code, id, keys.code()));
    }

    /** The request to notification-service; empty for a decoy. */
    Optional<Message<? extends Request>> prepare(
            ResetSession session, Challenge challenge, Tenant tenant, Means means, Instant now) {
        Channel channel = challenge.channel().orElseThrow();
        String address = challenge.method.destination(means).orElseThrow().address();
        Asked asked = ask(
                challenge.id, MessagePurpose.RESET, channel, address, tenant, session.language(), challenge.expiresAt);
        challenge.codeHash = asked.codeHash();
        return session.isDecoy() ? Optional.empty() : Optional.of(session.message(now, asked.request()));
    }
}
