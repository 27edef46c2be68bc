package io.sspr.contract.policy;

import io.sspr.contract.Fact;
import java.util.UUID;

/**
 * What an agent found in the on-premises directory has been taken over.
 *
 * @param full whether everything was read, not only what had changed
 * @param accounts how many users were new or changed
 * @param groups how many groups were new or changed
 * @param removed how many users and groups were gone or out of scope
 */
public record DirectorySynchronised(UUID run, String agent, boolean full, int accounts, int groups, int removed)
        implements Fact {}
