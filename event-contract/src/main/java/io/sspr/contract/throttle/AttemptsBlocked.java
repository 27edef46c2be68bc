package io.sspr.contract.throttle;

import io.sspr.contract.Person;
import java.time.Instant;

/**
 * Somebody tried too often and can do nothing more until the block ends. One fact for each block. Source: R-THR-10, R-THR-12, R-AUD-20.
 *
 * @param user unknown if the name led to no account
 * @param bucket what was counted, for example {@code PHONE}
 * @param attempts how many were made within the bucket's window
 */
public record AttemptsBlocked(Person user, String bucket, int attempts, Instant blockedUntil) implements ThrottleFact {}
