package io.sspr.reset.writeback;

import java.util.UUID;

/** Fired inside the service when a reset stops waiting for its agent. */
record ResetSettled(UUID sessionId) {}
