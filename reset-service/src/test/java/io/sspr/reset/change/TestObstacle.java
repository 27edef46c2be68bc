package io.sspr.reset.change;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;

/** What stands in the way of replacing a password that is mastered on-premises, as a test decides. */
@Vetoed
public final class TestObstacle extends CheckChange {
    private final SsprCode code;

    /** @param code null for none */
    public TestObstacle(SsprCode code) {
        super(null, null);
        this.code = code;
    }

    @Override
    public Optional<SsprCode> obstacle(Tenant tenant, Account account) {
        return Optional.ofNullable(code);
    }
}
