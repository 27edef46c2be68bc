package io.sspr.reset.sync;

import io.sspr.contract.sync.AccountsSynchronised;
import java.util.UUID;

/**
 * How far an agent's present run has been taken over.
 *
 * @param run null before the first one
 * @param part the last one that was taken over
 * @param whole whether no part is missing so far
 * @param accounts how many were taken over
 * @param groups how many were taken over
 * @param removed how many users and groups are gone
 * @param leftOut how many accounts have a name that they cannot have here
 */
record Progress(UUID run, int part, boolean whole, int accounts, int groups, int removed, int leftOut) {

    /** Whether this was taken over before, or is older than what was. */
    boolean knows(AccountsSynchronised next) {
        if (run == null) {
            return false;
        }
        return next.run().equals(run) ? next.part() <= part : startOf(next.run()) <= startOf(run);
    }

    boolean isBegunBy(AccountsSynchronised next) {
        return !next.run().equals(run);
    }

    Progress at(AccountsSynchronised next) {
        if (isBegunBy(next)) {
            return new Progress(next.run(), next.part(), next.part() == 1, 0, 0, 0, 0);
        }
        return new Progress(run, next.part(), whole && next.part() == part + 1, accounts, groups, removed, leftOut);
    }

    Progress plus(int moreAccounts, int moreGroups, int moreRemoved, int moreLeftOut) {
        return new Progress(
                run,
                part,
                whole,
                accounts + moreAccounts,
                groups + moreGroups,
                removed + moreRemoved,
                leftOut + moreLeftOut);
    }

    /** Runs have ids that begin with the millisecond of their start (UUID version 7). */
    static long startOf(UUID run) {
        return run.getMostSignificantBits() >>> 16;
    }
}
