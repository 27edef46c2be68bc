package io.sspr.agent.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * Up to where the directory was read, and what makes that worth anything.
 *
 * @param controller the domain controller that was read: each counts its changes for itself
 * @param scope what was read, and for whom; another scope or another cloud side has to be told everything
 * @param usn the last change that is known for sure
 * @param readAt when that was
 * @param fullAt when everything was read the last time
 */
record Cookie(String controller, String scope, long usn, Instant readAt, Instant fullAt) {
    /** Mends what an incremental run cannot see: what was refused or lost, and what the account may not see deleted. */
    private static final Duration FULL_EVERY = Duration.ofDays(1);

    /** Whether reading what has changed since is enough. */
    boolean isGoodFor(Domain domain, String wantedScope, Instant now) {
        return controller.equals(domain.controller())
                && scope.equals(wantedScope)
                && usn <= domain.highestUsn()
                && now.isBefore(fullAt.plus(FULL_EVERY));
    }
}
