package io.sspr.agent.crash;

import static org.awaitility.Awaitility.await;

import io.sspr.contract.Message;
import io.sspr.contract.writeback.WritebackRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Stops the agent that gets a request at a {@link CrashPoint}, by what the agent depends on. */
final class HoldAt {
    private static final Duration AT_MOST = Duration.ofSeconds(40);

    private final HeldDirectory directory;
    private final Database database;

    HoldAt(Surroundings surroundings) {
        directory = surroundings.directory;
        database = surroundings.database;
    }

    /** To be ordered before the request is sent. */
    Hold point(CrashPoint point, String user, Message<WritebackRequest> request) throws SQLException {
        UUID requestId = request.event().requestId();
        return switch (point) {
            case RECEIVED -> database.holdTurn(requestId);
            case SEARCHING -> directory.hold(DirectoryStep.SEARCH, user);
            case WRITE_LOST -> directory.holdAndLoseWrite(user);
            case WRITE_LATE -> directory.hold(DirectoryStep.BEFORE_WRITE, user);
            case WRITTEN -> directory.hold(DirectoryStep.AFTER_WRITE, user);
            case FINISHING -> new AfterTheWrite("writeback_ledger", user);
            case ANSWERING -> new AfterTheWrite("outbox", user);
            case COMMITTED -> new Committed(requestId, database.holdRelay());
        };
    }

    /** Locks a table only when <em>started</em> is in the ledger, since that has to be written before. */
    private final class AfterTheWrite implements Hold {
        private final String table;
        private final Hold write;
        private Hold lock;

        AfterTheWrite(String table, String user) {
            this.table = table;
            this.write = directory.hold(DirectoryStep.AFTER_WRITE, user);
        }

        @Override
        public void awaitReached() {
            write.awaitReached();
            try {
                lock = database.holdTable(table);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            write.release();
            lock.awaitReached();
        }

        @Override
        public void release() {
            write.release();
            if (lock != null) {
                lock.release();
            }
        }
    }

    /** The relay waits all the time; that it has something to publish is seen in the ledger. */
    private final class Committed implements Hold {
        private final UUID requestId;
        private final Hold relay;

        Committed(UUID requestId, Hold relay) {
            this.requestId = requestId;
            this.relay = relay;
        }

        @Override
        public void awaitReached() {
            await().atMost(AT_MOST).pollInterval(Duration.ofMillis(50)).until(() -> database.isFinished(requestId));
        }

        @Override
        public void release() {
            relay.release();
        }
    }
}
