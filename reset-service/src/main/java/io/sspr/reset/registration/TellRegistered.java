package io.sspr.reset.registration;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.gate.Method;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tells an administrator which methods a user has registered, and nothing of what was registered. Source: R-REG-15, R-SQ-07. */
@ApplicationScoped
public class TellRegistered {
    private final SecurityInfos infos;
    private final LookUpRegistered lookUp;
    private final Clock clock;

    TellRegistered(SecurityInfos infos, LookUpRegistered lookUp, Clock clock) {
        this.infos = infos;
        this.lookUp = lookUp;
        this.clock = clock;
    }

    /**
     * A user's registration.
     *
     * @param methods the safest first
     * @param isComplete whether they are as many as a reset asks for. Source: R-REG-07
     * @param confirmedAt when the user last said that they are right; null if never
     */
    public record Registration(List<Method> methods, boolean isComplete, Instant confirmedAt) {}

    @Transactional
    public Registration of(Tenant tenant, Account account) {
        SecurityInfo info = infos.findById(account.id());
        Registered registered = lookUp.of(info, tenant);
        return new Registration(
                registered.methods(),
                registered.gates(account, tenant, clock.instant()).canBePassed(),
                info.confirmedAt().orElse(null));
    }
}
