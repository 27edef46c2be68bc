package io.sspr.reset.sync;

import java.util.UUID;

/** Who says so: an agent of a tenant, in one of its runs. */
record Source(String tenant, String agent, UUID run) {}
