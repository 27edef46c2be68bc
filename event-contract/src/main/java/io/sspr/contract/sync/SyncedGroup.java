package io.sspr.contract.sync;

import java.util.List;

/**
 * One group as the directory describes it.
 *
 * @param anchor the immutable id; base64 of 16 bytes
 * @param members anchors of the users and groups directly within it, as far as they are in scope. A group of more than 5,000 members comes in several
 *     pieces, whose members together count
 */
public record SyncedGroup(String anchor, String displayName, List<String> members) {}
