package io.sspr.reset.writeback;

import java.util.UUID;

/** Fired inside the service when nobody has to wait for a request's agent any more. */
record AgentRequestSettled(UUID requestId) {}
