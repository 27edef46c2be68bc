package io.sspr.reset.registration;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.registration.Purpose;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.gate.Method;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.registration.StartVerification.Started;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a signed-in user for one of the methods that they registered, before they see or change any. Where a message goes is read from the account,
 * never from the caller. Source: R-REG-13, R-REG-14.
 */
@ApplicationScoped
class ProveIdentity {
    private final EnterRegistration enter;
    private final StartVerification start;
    private final ResetConfig config;

    ProveIdentity(EnterRegistration enter, StartVerification start, ResetConfig config) {
        this.enter = enter;
        this.start = start;
        this.config = config;
    }

    /** @param wish empty for the method's usual channel */
    @Transactional
    Outcome<Started> begin(Caller caller, Method method, Optional<Channel> wish, Language language) {
        Optional<Channel> channel = wish.or(method::channel);
        return enter.toVerify(caller, visit -> {
            boolean isOffered = visit.registered().provers(visit.tenant()).contains(method);
            if (!isOffered || !method.goesBy(channel, visit.tenant())) {
                return Outcome.declined(ProblemName.METHOD_NOT_OFFERED);
            }
            Verification verification =
                    new Verification(visit, Purpose.PROVE, method, visit.now().plus(lifetime(channel)));
            if (channel.isEmpty()) {
                return start.byApp(visit, verification);
            }
            String address =
                    method.destination(visit.registered().means()).orElseThrow().address();
            return start.byMessage(visit, verification, channel.get(), address, language);
        });
    }

    private Duration lifetime(Optional<Channel> channel) {
        return channel.filter(Channel.PUSH::equals).isPresent()
                ? config.code().pushLifetime()
                : config.code().lifetime();
    }
}
