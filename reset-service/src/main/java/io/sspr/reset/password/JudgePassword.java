package io.sspr.reset.password;

import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.banned.BannedPasswordsCache;
import io.sspr.reset.banned.BreachedPasswords;
import io.sspr.reset.banned.Evaluation;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.problem.ProblemName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds a new password against what the cloud demands, whoever chooses it and however: the rules of the cloud where they bind, then what is easy to
 * guess. What the on-premises directory demands only that can tell. Source: R-FLW-40, R-CLD-01, R-BAN-01, R-BAN-08, R-ADP-10.
 */
@ApplicationScoped
public class JudgePassword {
    /** No directory takes more, in UTF-16 units. Source: R-ADP-01. */
    public static final int LONGEST_ON_PREMISES = 256;

    private final BannedPasswordsCache bannedPasswords;
    private final BreachedPasswords breachedPasswords;

    JudgePassword(BannedPasswordsCache bannedPasswords, BreachedPasswords breachedPasswords) {
        this.bannedPasswords = bannedPasswords;
        this.breachedPasswords = breachedPasswords;
    }

    /**
     * Why a password may not be used.
     *
     * @param rules what the user is told of it; neither the term nor the score
     */
    public record Verdict(Policy policy, ProblemName problem, List<String> rules) {
        private static Verdict of(Policy policy, List<String> rules) {
            return new Verdict(policy, ProblemName.of(policy), rules);
        }
    }

    /** Why a password is easy to guess. */
    enum Rule {
        GLOBAL,
        CUSTOM,
        NAME,
        BREACHED
    }

    /** Empty if the cloud has nothing against the password. */
    public Optional<Verdict> judge(Tenant tenant, Account account, Secret password) {
        if (account.kind().isManagedOnPremises() && password.length() > LONGEST_ON_PREMISES) {
            return Optional.of(Verdict.of(Policy.ON_PREMISES, List.of())); // the agent need not be asked
        }
        if (isBoundByCloud(tenant.policy(), account.kind())) {
            List<String> broken =
                    CloudPolicy.brokenBy(password).stream().map(Enum::name).toList();
            if (!broken.isEmpty()) {
                return Optional.of(Verdict.of(Policy.CLOUD, broken));
            }
        }
        return easyToGuess(tenant, account, password).map(rule -> Verdict.of(Policy.BANNED, List.of(rule.name())));
    }

    private Optional<Rule> easyToGuess(Tenant tenant, Account account, Secret password) {
        List<String> names =
                Stream.concat(account.names(), Stream.of(tenant.displayName())).toList();
        Evaluation evaluation =
                bannedPasswords.with(enforcedTerms(tenant.policy())).evaluate(password, names);
        return switch (evaluation.verdict()) {
            case NAME -> Optional.of(Rule.NAME);
            case TOO_FEW_POINTS -> Optional.of(evaluation.isBlockedByCustomTerm() ? Rule.CUSTOM : Rule.GLOBAL);
            case ACCEPTED -> breachedPasswords.mayContain(password) ? Optional.of(Rule.BREACHED) : Optional.empty();
        };
    }

    static List<String> enforcedTerms(TenantPolicy policy) {
        return policy.banned().enforceCustom() ? policy.banned().custom() : List.of();
    }

    /** Source: R-CLD-01, R-CFG-23. */
    private static boolean isBoundByCloud(TenantPolicy policy, AccountKind kind) {
        return kind == AccountKind.CLOUD_ONLY
                || (kind == AccountKind.PASSWORD_HASH_SYNC
                        && policy.enforceCloudPasswordPolicyForPasswordSyncedUsers());
    }
}
