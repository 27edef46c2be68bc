package io.sspr.reset.throttle;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.throttle.Standing.Block;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Shows an administrator whether a user is blocked, and how close to it. */
@ApplicationScoped
class DescribeBlock {
    private final Accounts accounts;
    private final Subjects subjects;
    private final Throttle throttle;

    DescribeBlock(Accounts accounts, Subjects subjects, Throttle throttle) {
        this.accounts = accounts;
        this.subjects = subjects;
        this.throttle = throttle;
    }

    /**
     * @param blockedUntil null if not blocked
     * @param blockedBy null if not blocked
     * @param attempts how many count in each bucket's window
     */
    record BlockView(
            String userPrincipalName,
            boolean blocked,
            Instant blockedUntil,
            Limit blockedBy,
            Map<Limit, Integer> attempts) {}

    /** Empty if the tenant has no such user. */
    @Transactional
    Optional<BlockView> describe(String tenant, String userPrincipalName) {
        return accounts.named(userPrincipalName)
                .filter(account -> account.tenantId().equals(tenant))
                .map(this::view);
    }

    private BlockView view(Account account) {
        Standing standing = throttle.standing(subjects.ofAccount(account.id()));
        return new BlockView(
                account.userPrincipalName(),
                standing.block().isPresent(),
                standing.block().map(Block::until).orElse(null),
                standing.block().map(Block::by).orElse(null),
                standing.attempts());
    }
}
