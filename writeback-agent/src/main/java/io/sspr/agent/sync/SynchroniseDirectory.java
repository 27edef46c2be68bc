package io.sspr.agent.sync;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.sync.TellRun.Summary;
import io.sspr.contract.sync.AccountsSynchronised;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Tells the cloud side what the directory's users and groups look like: everything at first, once a day, and whenever
 * the former reading says nothing about this domain controller; else what has changed. One run at a time.
 */
@Startup
@ApplicationScoped
class SynchroniseDirectory {
    private static final Logger LOG = Logger.getLogger(SynchroniseDirectory.class);

    private final OnPremisesDirectory directory;
    private final SyncMemory memory;
    private final Scope scope;
    private final Clock clock;

    SynchroniseDirectory(OnPremisesDirectory directory, SyncMemory memory, AgentConfig config, Clock clock) {
        this.directory = directory;
        this.memory = memory;
        this.scope = new Scope(config.ldap().baseDn(), filter(config));
        this.clock = clock;
    }

    /**
     * Runs once, over one connection and so against one domain controller.
     *
     * @param cloud names the cloud side; another one has to be told everything
     * @param send returns when a part was acknowledged
     * @throws LDAPException if the directory was not read to its end; the next run repeats it
     */
    Summary run(String cloud, Consumer<AccountsSynchronised> send) throws LDAPException {
        LDAPConnectionPool pool = directory.pool();
        LDAPConnection connection = pool.getConnection();
        boolean ended = false;
        try {
            Summary summary = run(connection, cloud, send);
            ended = true;
            return summary;
        } finally {
            if (ended) {
                pool.releaseConnection(connection);
            } else {
                // It may have a half-read search open.
                pool.releaseDefunctConnection(connection);
            }
        }
    }

    private Summary run(LDAPInterface connection, String cloud, Consumer<AccountsSynchronised> send)
            throws LDAPException {
        Instant now = clock.instant();
        // Before anything is searched: what changes meanwhile is read again by the next run, and never missed.
        Domain domain = Domain.of(connection);
        Optional<Cookie> since = since(connection, domain, cloud, now);
        boolean full = since.isEmpty();
        TellRun tell = new TellRun(RunId.at(now), full, memory, send);
        ReadDirectory read = new ReadDirectory(connection, scope, memory, tell, now);
        if (full) {
            read.all();
        } else {
            read.changed(domain, since.get());
        }
        Summary summary = tell.end();
        Instant fullAt = since.map(Cookie::fullAt).orElse(now);
        memory.end(
                tell.run(), full, new Cookie(domain.controller(), scope.name(cloud), domain.highestUsn(), now, fullAt));
        if (read.twins() > 0) {
            LOG.errorf("Objects were left out because others have the same anchor: count=%d", read.twins());
        }
        return summary;
    }

    private Optional<Cookie> since(LDAPInterface connection, Domain domain, String cloud, Instant now)
            throws LDAPException {
        Optional<Cookie> cookie = memory.cookie().filter(former -> former.isGoodFor(domain, scope.name(cloud), now));
        return cookie.isPresent() && hasChangedUnit(connection, cookie.get()) ? Optional.empty() : cookie;
    }

    /** Whatever is below a renamed or moved unit has another name, and does not count as changed. */
    private boolean hasChangedUnit(LDAPInterface connection, Cookie since) throws LDAPException {
        PagedSearch units = PagedSearch.below(connection, scope.base(), Scope.units(since), DirectoryObject.GUID);
        boolean found = false;
        while (units.hasNext()) {
            found |= !units.next().isEmpty();
        }
        return found;
    }

    private static Filter filter(AgentConfig config) {
        try {
            return Filter.create(config.sync().filter());
        } catch (LDAPException e) {
            throw new ConfigurationException("The agent cannot start: SSPR_SYNC_FILTER is no LDAP filter."
                    + " Correct the variable, or remove it for the default, and start the agent.");
        }
    }
}
