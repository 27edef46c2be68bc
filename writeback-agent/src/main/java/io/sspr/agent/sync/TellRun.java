package io.sspr.agent.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.agent.sync.SyncMemory.Seen;
import io.sspr.contract.sync.AccountsSynchronised;
import io.sspr.contract.sync.SyncedAccount;
import io.sspr.contract.sync.SyncedGroup;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells the cloud side of one run, in parts that are small enough for a message. What a part says counts as told when it
 * was acknowledged, so that a run that breaks off costs no more than its repetition. Not thread-safe.
 */
final class TellRun {
    private static final int ACCOUNTS_PER_PART = 200;
    private static final int ANCHORS_PER_PART = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID run;
    private final boolean full;
    private final SyncMemory memory;
    private final Consumer<AccountsSynchronised> send;

    private final List<SyncedAccount> accounts = new ArrayList<>();
    private final List<SyncedGroup> groups = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<Seen> told = new ArrayList<>();
    private final List<UUID> gone = new ArrayList<>();
    private int anchors;
    private int parts;
    private int accountsTold;
    private int groupsTold;
    private int removedTold;

    /** @param send returns when the part was acknowledged */
    TellRun(UUID run, boolean full, SyncMemory memory, Consumer<AccountsSynchronised> send) {
        this.run = run;
        this.full = full;
        this.memory = memory;
        this.send = send;
    }

    UUID run() {
        return run;
    }

    boolean isFull() {
        return full;
    }

    void account(DirectoryObject object, SyncedAccount account) {
        accounts.add(account);
        accountsTold++;
        told.add(new Seen(object, digest(account)));
        if (accounts.size() == ACCOUNTS_PER_PART) {
            flush();
        }
    }

    /** A group that is too large for one message is told piece by piece: its members are those of all pieces of the run. */
    void group(DirectoryObject object, SyncedGroup group) {
        List<String> members = group.members();
        int from = 0;
        while (members.size() - from > ANCHORS_PER_PART - anchors) {
            int to = from + ANCHORS_PER_PART - anchors;
            groups.add(new SyncedGroup(group.anchor(), group.displayName(), List.copyOf(members.subList(from, to))));
            from = to;
            flush();
        }
        groups.add(new SyncedGroup(
                group.anchor(), group.displayName(), List.copyOf(members.subList(from, members.size()))));
        anchors += members.size() - from + 1;
        groupsTold++;
        told.add(new Seen(object, digest(group)));
        if (anchors >= ANCHORS_PER_PART) {
            flush();
        }
    }

    /** Somebody is gone under this anchor, while their object has another one now. */
    void removed(String anchor) {
        removed.add(anchor);
        removedTold++;
        if (++anchors >= ANCHORS_PER_PART) {
            flush();
        }
    }

    void removed(UUID guid, String anchor) {
        gone.add(guid);
        removed(anchor);
    }

    /** Sends what is waiting; nothing if nothing is. */
    void flush() {
        if (!accounts.isEmpty() || !groups.isEmpty() || !removed.isEmpty()) {
            send(false);
        }
    }

    /** Ends the run: its last part says so, even if nothing else is left to say. An incremental run that found nothing says nothing. */
    Summary end() {
        if (full || parts > 0 || !accounts.isEmpty() || !groups.isEmpty() || !removed.isEmpty()) {
            send(true);
        }
        return new Summary(run, full, accountsTold, groupsTold, removedTold);
    }

    /** What was told. */
    record Summary(UUID run, boolean full, int accounts, int groups, int removed) {}

    private void send(boolean last) {
        parts++;
        send.accept(new AccountsSynchronised(
                run, parts, full, last, List.copyOf(accounts), List.copyOf(groups), List.copyOf(removed)));
        memory.remember(told, run);
        memory.forget(gone);
        accounts.clear();
        groups.clear();
        removed.clear();
        told.clear();
        gone.clear();
        anchors = 0;
    }

    /** By which it is known again what was told. */
    static byte[] digest(Object what) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(what));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("an object cannot be digested", e);
        }
    }
}
