package io.sspr.notification.approval;

import io.quarkus.scheduler.Scheduled;
import io.sspr.contract.delivery.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Asks the carriers about every open call and push, about once a second each, and all of a channel at the same time. Every replica may run this: they
 * take turns by row. No transaction is open while a carrier is waited for, and a carrier that is stuck holds up no other.
 */
@ApplicationScoped
class AwaitAnswers {
    private static final Logger LOG = Logger.getLogger(AwaitAnswers.class);

    /** A little less than the time between two runs, so that everything is due again in the next one. */
    private static final Duration PAUSE = Duration.ofMillis(900);

    private static final int AT_ONCE = 200;

    private final OpenApprovals openApprovals;
    private final Carrier carrier;
    private final SettleApproval settleApproval;
    private final Clock clock;

    AwaitAnswers(OpenApprovals openApprovals, Carrier carrier, SettleApproval settleApproval, Clock clock) {
        this.openApprovals = openApprovals;
        this.carrier = carrier;
        this.settleApproval = settleApproval;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void byVoice() {
        await(Channel.VOICE);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void byPush() {
        await(Channel.PUSH);
    }

    private void await(Channel channel) {
        List<OpenApproval> due = openApprovals.takeDue(channel, clock.instant(), PAUSE, AT_ONCE);
        Map<OpenApproval, CompletableFuture<Reply>> replies = new LinkedHashMap<>();
        due.forEach(open -> replies.put(open, carrier.reply(channel, open.deliveryId())));
        replies.forEach((open, reply) ->
                open.outcome(reply.join(), clock.instant()).ifPresent(outcome -> settleApproval.settle(open, outcome)));
        warnIfUntold(channel, replies.values());
    }

    private static void warnIfUntold(Channel channel, Collection<CompletableFuture<Reply>> replies) {
        long untold =
                replies.stream().filter(reply -> reply.join() == Reply.UNKNOWN).count();
        if (untold > 0) {
            LOG.warnf("A carrier does not tell what users answered: channel=%s count=%d", channel, untold);
        }
    }
}
