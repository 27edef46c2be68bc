package io.sspr.reset.authenticator;

import io.sspr.reset.authenticator.Authenticator.Kind;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The apps of a test, in memory. */
@Vetoed
class TestAuthenticators extends Authenticators {
    private final List<Authenticator> rows = new ArrayList<>();

    @Override
    public List<Authenticator> ofAccount(UUID account) {
        return rows.stream().filter(row -> row.accountId.equals(account)).toList();
    }

    @Override
    long lockAndCount(UUID account, Kind kind) {
        return ofAccount(account).stream().filter(row -> row.kind == kind).count();
    }

    @Override
    void add(Authenticator authenticator) {
        rows.add(authenticator);
    }

    @Override
    boolean useUp(UUID authenticator, long step) {
        List<Authenticator> unused = rows.stream()
                .filter(row -> row.id.equals(authenticator) && row.lastStep < step)
                .toList();
        unused.forEach(row -> row.lastStep = step);
        return unused.size() == 1;
    }
}
