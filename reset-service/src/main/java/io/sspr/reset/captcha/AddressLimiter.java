package io.sspr.reset.captcha;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often one address may do something within any minute. Each replica counts for itself, in memory: n replicas let n times as many through. An
 * IPv6 address counts as its network of 64 bits, since that is what one user has. Only admitted requests count, so that whoever waits gets in.
 * Remembers so many addresses and drops those that have been silent longest. Thread-safe. Source: R-THR-13.
 */
class AddressLimiter {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_ADDRESSES = 50_000;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final int perMinute;
    private final int maxAddresses;
    private final Clock clock;
    /** In the order of the last visit; the times of one address from old to new. */
    private final Map<String, Deque<Instant>> admitted = new LinkedHashMap<>(16, 0.75f, true);

    /** @param setting that {@code perMinute} is the value of */
    AddressLimiter(String setting, int perMinute, Clock clock) {
        this(setting, perMinute, MAX_ADDRESSES, clock);
    }

    AddressLimiter(String setting, int perMinute, int maxAddresses, Clock clock) {
        if (perMinute < 1) {
            throw new IllegalArgumentException(setting + " must be 1 or more");
        }
        this.perMinute = perMinute;
        this.maxAddresses = maxAddresses;
        this.clock = clock;
    }

    /** Empty if the request may go on; otherwise how long to wait, in whole seconds. */
    synchronized Optional<Duration> admit(String address) {
        Instant now = clock.instant();
        Deque<Instant> times = admitted.computeIfAbsent(visitor(address), unknown -> new ArrayDeque<>());
        forgetLongestSilent();
        while (!times.isEmpty() && !times.peekFirst().plus(WINDOW).isAfter(now)) {
            times.removeFirst();
        }
        if (times.size() < perMinute) {
            times.addLast(now);
            return Optional.empty();
        }
        Duration left = Duration.between(now, times.peekFirst().plus(WINDOW));
        return Optional.of(Duration.ofSeconds(left.plusMillis(999).toSeconds()));
    }

    synchronized int remembered() {
        return admitted.size();
    }

    private void forgetLongestSilent() {
        if (admitted.size() > maxAddresses) {
            admitted.remove(admitted.keySet().iterator().next());
        }
    }

    /** Never looks a name up: behind a proxy this may be text that somebody else chose. */
    private static String visitor(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return "unknown";
        }
        try {
            InetAddress parsed = InetAddress.getByAddress(bytes);
            byte[] network = parsed instanceof Inet4Address
                    ? parsed.getAddress()
                    : Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES);
            return HexFormat.of().formatHex(network);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of 4 or 16 bytes is one", e);
        }
    }
}
