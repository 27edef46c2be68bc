package io.sspr.agent.request;

import io.quarkus.runtime.Quarkus;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import io.sspr.agent.key.KeyRing;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Begins to listen once the agent has keys: before that it would take its share of the tenant's requests and could
 * answer none. An agent that has lost its keys ends, so that its share goes to the others; started again it waits for
 * another token. Runs on one thread. Source: R-WB-20, R-WB-23, R-WB-25.
 */
@Singleton
class ListenWhileOnboarded {
    private static final Logger LOG = Logger.getLogger(ListenWhileOnboarded.class);

    private final KeyRing keys;
    private final ChannelRegistry channels;
    private boolean listening;

    ListenWhileOnboarded(KeyRing keys, ChannelRegistry channels) {
        this.keys = keys;
        this.channels = channels;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void listenOrEnd() {
        if (keys.isOnboarded()) {
            // Looked at each time, since at the first they may not all exist.
            listeners().filter(PausableChannel::isPaused).forEach(this::listen);
        } else if (listening) {
            LOG.info("The agent was offboarded and ends. Started again, it waits for an onboarding token.");
            Quarkus.asyncExit();
        }
    }

    private void listen(PausableChannel requests) {
        requests.resume();
        listening = true;
        LOG.info("The agent listens for requests.");
    }

    /** The channel's concurrent consumers, which are numbered from 1. */
    private Stream<PausableChannel> listeners() {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> channels.getPausable(WritebackRequestConsumer.CHANNEL + "$" + number))
                .takeWhile(Objects::nonNull);
    }
}
