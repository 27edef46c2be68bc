package io.sspr.agent.request;

import io.sspr.contract.writeback.WritebackResult;
import java.time.Instant;
import java.util.Optional;

/**
 * What the ledger remembers of one request.
 *
 * @param receivedAt when the request was first judged; it had not expired then unless the result says so
 * @param passwordLastSet the directory's {@code pwdLastSet} just before the first write; without meaning if the request
 *     was refused unwritten
 * @param result empty while the request is started and not finished
 */
record LedgerEntry(Instant receivedAt, long passwordLastSet, Optional<WritebackResult> result) {}
