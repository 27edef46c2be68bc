package io.sspr.contract.sync;

import io.sspr.contract.Event;
import java.util.List;
import java.util.UUID;

/**
 * A part of what the agent found in the directory. Signed by the agent. The parts of one run are numbered from 1 and come in order; what an
 * incremental run does not mention has not changed. To be told twice does no harm. Not a fact: it holds what accounts look like now, and is of
 * interest only until it has been taken over.
 *
 * @param run one reading of the directory: a UUID of version 7, so that of two runs the later one is known
 * @param part from 1
 * @param full whether the run tells everything, so that accounts it does not mention are gone at its end
 * @param last whether the run ends with this part
 * @param accounts new or changed users in scope
 * @param groups new or changed groups in scope, each with all of its members
 * @param removed anchors of users and groups that are gone or out of scope
 */
public record AccountsSynchronised(
        UUID run,
        int part,
        boolean full,
        boolean last,
        List<SyncedAccount> accounts,
        List<SyncedGroup> groups,
        List<String> removed)
        implements Event {}
