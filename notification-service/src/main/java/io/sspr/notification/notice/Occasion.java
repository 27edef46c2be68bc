package io.sspr.notification.notice;

import io.sspr.contract.Branding;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.change.PasswordChanged;
import io.sspr.contract.change.PasswordResetByAdmin;
import io.sspr.contract.reset.AccountUnlocked;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.ResetSucceeded;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What notices tell about: something that was done to an account, and whose user may not be the one who did it.
 *
 * @param deliveryId what the fates of its notices are reported under: the reset; for a change or an administrator's reset, which have no id, the fact
 */
record Occasion(Deed deed, UUID deliveryId, Person user, String tenantName, Branding branding, List<Notice> notices) {
    /** What was done, by the part of the texts' keys that stands for it. */
    enum Deed {
        RESET("reset"),
        UNLOCK("unlock"),
        CHANGE("change"),
        RESET_BY_ADMIN("resetByAdmin");

        private final String key;

        Deed(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** Empty for facts that nobody is told of. */
    static Optional<Occasion> of(Message<?> message) {
        if (message.event() instanceof ResetSucceeded fact) {
            return Optional.of(new Occasion(
                    Deed.RESET, fact.resetId(), fact.user(), fact.tenantName(), fact.branding(), fact.notices()));
        }
        if (message.event() instanceof AccountUnlocked fact) {
            return Optional.of(new Occasion(
                    Deed.UNLOCK, fact.resetId(), fact.user(), fact.tenantName(), fact.branding(), fact.notices()));
        }
        if (message.event() instanceof PasswordChanged fact) {
            return Optional.of(new Occasion(
                    Deed.CHANGE, message.id(), fact.user(), fact.tenantName(), fact.branding(), fact.notices()));
        }
        if (message.event() instanceof PasswordResetByAdmin fact) {
            return Optional.of(new Occasion(
                    Deed.RESET_BY_ADMIN,
                    message.id(),
                    fact.user(),
                    fact.tenantName(),
                    fact.branding(),
                    fact.notices()));
        }
        return Optional.empty();
    }
}
