package io.sspr.reset.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.registration.Purpose;
import io.sspr.reset.gate.Challenge.Delivery;
import io.sspr.reset.gate.Method;
import io.sspr.reset.registration.RegisterApp.SetUp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A verification as its user sees it.
 *
 * @param channel null if nothing was sent, as is {@code delivery}
 * @param setUp what the app has to take; shown once, null otherwise
 * @param warnings what the user had better know, in their language; null if nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationView(
        UUID id,
        Purpose purpose,
        Method method,
        Channel channel,
        Verification.Status status,
        Delivery delivery,
        Instant expiresAt,
        AppSetUp setUp,
        List<String> warnings) {

    /**
     * The secret of an app.
     *
     * @param uri for a QR code
     * @param key for typing, base32
     */
    public record AppSetUp(String uri, String key) {
        @Override
        public String toString() {
            return "AppSetUp[hidden]";
        }
    }

    static VerificationView of(Verification verification) {
        return of(verification, null, null);
    }

    static VerificationView of(SetUp setUp) {
        return of(
                setUp.verification(),
                new AppSetUp(setUp.uri().reveal(), setUp.key().reveal()),
                null);
    }

    static VerificationView of(Verification verification, AppSetUp setUp, List<String> warnings) {
        return new VerificationView(
                verification.id,
                verification.purpose,
                verification.method,
                verification.channel,
                verification.status,
                verification.delivery,
                verification.expiresAt,
                setUp,
                warnings);
    }
}
