package io.sspr.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Parts that are started side by side and closed one by one, the last added first. Closing is safe at any moment, also
 * while parts are still starting. Thread-safe.
 */
public final class Parts implements AutoCloseable {
    private static final int STARTS_END_WITHIN_SECONDS = 60;

    private final ExecutorService starts = Executors.newCachedThreadPool(Parts::daemon);
    private final Deque<Runnable> closings = new ArrayDeque<>();

    /** Remembers how to end a part; call it before the part starts if it can be ended half-started. */
    public synchronized void add(Runnable closing) {
        closings.push(closing);
    }

    /** Starts something in a thread of its own. */
    public <T> CompletableFuture<T> begin(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, starts);
    }

    /**
     * Waits for all of them.
     *
     * @throws RuntimeException of the first that failed, once none is starting any more
     */
    public static void await(List<CompletableFuture<?>> begun) {
        try {
            CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        closeKnown();
        starts.shutdown();
        try {
            // A part that was just starting has added its closing meanwhile.
            starts.awaitTermination(STARTS_END_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        closeKnown();
    }

    private void closeKnown() {
        RuntimeException first = null;
        for (Runnable closing = next(); closing != null; closing = next()) {
            try {
                closing.run();
            } catch (RuntimeException failed) {
                // The others have to be closed all the same.
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private synchronized Runnable next() {
        return closings.poll();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox-start");
        thread.setDaemon(true);
        return thread;
    }
}
