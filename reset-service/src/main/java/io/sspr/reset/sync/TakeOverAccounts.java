package io.sspr.reset.sync;

import io.sspr.contract.Message;
import io.sspr.contract.policy.DirectorySynchronised;
import io.sspr.contract.sync.AccountsSynchronised;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.Outbox;
import io.sspr.reset.ResetConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes over what an agent found in its directory, part by part; each once, and none that is older than what was taken over before. What cannot be
 * decided part by part waits for the end of the run: names that are still somebody else's, members of groups, and who is gone. Source: R-WB-11.
 */
@ApplicationScoped
class TakeOverAccounts {
    private static final Logger LOG = Logger.getLogger(TakeOverAccounts.class);

    private final SyncRuns runs;
    private final MatchAccounts matchAccounts;
    private final SyncedAccounts accounts;
    private final SyncedGroups groups;
    private final Inbox inbox;
    private final Outbox outbox;
    private final ResetConfig config;
    private final Clock clock;

    TakeOverAccounts(
            SyncRuns runs,
            MatchAccounts matchAccounts,
            SyncedAccounts accounts,
            SyncedGroups groups,
            Inbox inbox,
            Outbox outbox,
            ResetConfig config,
            Clock clock) {
        this.runs = runs;
        this.matchAccounts = matchAccounts;
        this.accounts = accounts;
        this.groups = groups;
        this.inbox = inbox;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes a part over.
     *
     * @param message holds a part that {@link SyncConsumer} found complete
     * @param agent who says so, as far as its signature proves
     */
    @Transactional
    void takeOver(Message<AccountsSynchronised> message, String agent) {
        AccountsSynchronised part = message.event();
        if (!inbox.isNew(message)) {
            return;
        }
        Source source = new Source(message.tenant(), agent, part.run());
        Progress before = runs.lock(source.tenant(), agent);
        if (before.knows(part)) {
            LOG.warnf(
                    "A part of a run was passed over as known: tenant=%s agent=%s run=%s part=%d",
                    source.tenant(), agent, part.run(), part.part());
            return;
        }
        if (before.isBegunBy(part)) {
            runs.forgetWaiting(source.tenant(), agent);
        }
        Progress progress = store(source, part, before.at(part));
        runs.store(source.tenant(), agent, part.last() ? end(source, part, progress) : progress);
    }

    private Progress store(Source source, AccountsSynchronised part, Progress progress) {
        accounts.markSynchronised(source.tenant());
        int removed = 0;
        if (isBearable(source, progress.removed() + part.removed().size())) {
            removed = accounts.remove(source, part.removed(), clock.instant()) + groups.remove(source, part.removed());
        }
        MatchAccounts.Result result = matchAccounts.match(source, part.accounts());
        runs.await(source.tenant(), source.agent(), result.waiting());
        groups.store(source, part.groups());
        return progress.plus(result.stored(), part.groups().size(), removed, result.leftOut());
    }

    private Progress end(Source source, AccountsSynchronised part, Progress progress) {
        Progress ended = progress.plus(0, 0, part.full() ? removeUnmentioned(source, progress) : 0, 0);
        ended = settleWaiting(source, ended);
        groups.end(source);
        outbox.add(new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                "/reset-service",
                source.tenant(),
                source.tenant(),
                null,
                new DirectorySynchronised(
                        part.run(), source.agent(), part.full(), ended.accounts(), ended.groups(), ended.removed())));
        LOG.infof(
                "A directory was taken over: tenant=%s agent=%s run=%s full=%b accounts=%d groups=%d removed=%d"
                        + " nameNotPossible=%d",
                source.tenant(),
                source.agent(),
                part.run(),
                part.full(),
                ended.accounts(),
                ended.groups(),
                ended.removed(),
                ended.leftOut());
        return ended;
    }

    private int removeUnmentioned(Source source, Progress progress) {
        if (!progress.whole()) {
            LOG.errorf(
                    "Parts of a full run are missing, so nobody is removed for not being in it: tenant=%s run=%s",
                    source.tenant(), source.run());
            return 0;
        }
        if (!isBearable(source, progress.removed() + accounts.countOthers(source))) {
            return 0;
        }
        Instant now = clock.instant();
        return accounts.removeOthers(source, now) + groups.removeOthers(source);
    }

    /** A directory that seems to have lost this many people is more likely to be read wrongly. */
    private boolean isBearable(Source source, int removals) {
        if (removals <= config.sync().mostRemovals()) {
            return true;
        }
        LOG.errorf(
                "A run removes more than SSPR_SYNC_MOST_REMOVALS, so it removes nobody: tenant=%s run=%s removals=%d",
                source.tenant(), source.run(), removals);
        return false;
    }

    private Progress settleWaiting(Source source, Progress progress) {
        MatchAccounts.Result result = matchAccounts.matchWaiting(source);
        runs.forgetWaiting(source.tenant(), source.agent());
        return progress.plus(result.stored(), 0, 0, result.leftOut());
    }
}
