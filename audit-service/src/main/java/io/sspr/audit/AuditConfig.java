package io.sspr.audit;

import io.smallrye.config.ConfigMapping;

/** What an operator can set, besides the addresses of database, broker and keys. */
@ConfigMapping(prefix = "sspr")
public interface AuditConfig {
    /**
     * The origin under which callers reach this service, without a slash at the end; links to further pages begin with it and never with
     * anything that a caller sends. Variable {@code SSPR_PUBLIC_URL}; default {@code http://localhost:} and the port. Source: R-AUD-02.
     */
    String publicUrl();
}
