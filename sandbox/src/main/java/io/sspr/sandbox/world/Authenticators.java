package io.sspr.sandbox.world;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The authenticator apps, as far as they show codes: one account per device. Only codes leave it, never a secret. Thread-safe. */
public final class Authenticators {
    private final Map<String, Enrolled> devices = new LinkedHashMap<>();
    private final Clock clock;

    Authenticators(Clock clock) {
        this.clock = clock;
    }

    private record Enrolled(String account, Totp totp) {}

    /** What one device shows right now. */
    public record Display(String device, String account, String code, Instant validUntil) {
        @Override
        public String toString() {
            return "display of " + device;
        }
    }

    /**
     * Takes a secret into a device, in the place of a former one.
     *
     * @param secret Base32
     * @throws IllegalArgumentException if it is none
     */
    synchronized void enrol(String device, String secret, String account) {
        devices.put(device, new Enrolled(account, Totp.of(secret)));
    }

    public synchronized List<Display> displays() {
        Instant now = clock.instant();
        long step = Math.floorDiv(now.getEpochSecond(), Totp.STEP_SECONDS);
        Instant validUntil = Instant.ofEpochSecond((step + 1) * Totp.STEP_SECONDS);
        return devices.entrySet().stream()
                .map(device -> new Display(
                        device.getKey(),
                        device.getValue().account(),
                        device.getValue().totp().at(now),
                        validUntil))
                .toList();
    }

    /** @param stepsAhead how many steps the device's clock is fast; negative if it is slow */
    public synchronized Optional<String> code(String device, int stepsAhead) {
        Instant deviceTime = clock.instant().plusSeconds((long) stepsAhead * Totp.STEP_SECONDS);
        return Optional.ofNullable(devices.get(device))
                .map(enrolled -> enrolled.totp().at(deviceTime));
    }
}
