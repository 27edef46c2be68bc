package io.sspr.reset.contact;

import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.reset.AdminContacted;
import io.sspr.contract.reset.Notice;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.gate.Challenge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Puts a call for help into words that administrators can act on. Source: R-HLP-05, R-AUD-43. */
@ApplicationScoped
class DescribeCall {
    private static final Logger LOG = Logger.getLogger(DescribeCall.class);
    private static final String USERS = "/admin/users";

    private final ChooseAdministrators administrators;
    private final ResetConfig config;

    DescribeCall(ChooseAdministrators administrators, ResetConfig config) {
        this.administrators = administrators;
        this.config = config;
    }

    /** What is in the user's way, as far as is known here. */
    record Obstacle(SsprCode code, String reason) {
        static final Obstacle NONE = new Obstacle(null, null);
        static final Obstacle BLOCKED = new Obstacle(null, "Throttled");

        static Obstacle of(SsprCode code) {
            return new Obstacle(code, code.title());
        }
    }

    /**
     * A call by somebody.
     *
     * @param account a decoy's for somebody who is not known
     * @param user as facts name them; without an id nobody is told
     * @param session null outside one
     * @param tried what they tried last to prove who they are
     * @param language theirs
     */
    record Caller(Account account, Person user, UUID session, Optional<Challenge> tried, String language) {}

    AdminContacted describe(Tenant tenant, Caller caller, Obstacle obstacle) {
        return new AdminContacted(
                caller.session(),
                caller.user(),
                caller.tried().map(challenge -> challenge.method().name()).orElse(null),
                caller.tried().flatMap(Challenge::channel).orElse(null),
                obstacle.code(),
                obstacle.reason(),
                tenant.displayName(),
                tenant.branding(),
                config.publicOrigin()
                        .map(origin -> origin.resolve(USERS).toString())
                        .orElse(null),
                notices(caller));
    }

    /** Looks for them also if nobody is told, so that it takes as long. */
    private List<Notice> notices(Caller caller) {
        List<Notice> notices = administrators.of(caller.account(), caller.language());
        if (caller.user().id() == null) {
            return List.of();
        }
        if (notices.isEmpty()) {
            LOG.warnf("Nobody can be asked to help: tenant=%s", caller.account().tenantId());
        }
        return notices;
    }
}
