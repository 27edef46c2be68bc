package io.sspr.reset.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sspr.reset.gate.Method;
import io.sspr.reset.question.PredefinedQuestion;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every setting of a tenant, under the names that the import, the administrators' API, the database and the audit log use alike. What is left out
 * has its default; an instance may break a rule, which {@link CheckPolicy} finds. Immutable. Source: R-CFG-01 … R-CFG-26.
 *
 * @param ssprGroupId the one group whose members may reset when {@code ssprEnabled} is {@code SELECTED}; null if none was chosen. Source: R-CFG-02
 * @param methodsRequired gates, 1 or 2. Source: R-CFG-05
 * @param reconfirmDays after how many days registered data is to be confirmed again; 0 = never. Source: R-CFG-13
 * @param allowedToUseSspr whether administrators may reset their own passwords. Source: R-CFG-20
 * @param mfaMethods methods that the tenant's multifactor policy allows to be registered. Source: R-REG-05
 * @param authenticationMethods methods that the tenant's authentication-methods policy allows to be registered. Source: R-REG-05
 */
public record TenantPolicy(
        Scope ssprEnabled,
        String ssprGroupId,
        Integer methodsRequired,
        Set<Method> methodsEnabled,
        Questions sq,
        Boolean registrationRequired,
        Integer reconfirmDays,
        Boolean notifyUserOnReset,
        Boolean notifyAllAdminsOnAdminReset,
        Audience adminNotificationAudience,
        Helpdesk helpdesk,
        Boolean writebackEnabled,
        Boolean allowUnlockWithoutReset,
        AlternateLoginId alternateLoginId,
        Boolean allowedToUseSspr,
        Banned banned,
        Lockout lockout,
        Boolean enforceCloudPasswordPolicyForPasswordSyncedUsers,
        PasswordAge passwordPolicy,
        Branding branding,
        EnumerationProtection enumerationProtection,
        Set<Method> mfaMethods,
        Set<Method> authenticationMethods) {

    public static final TenantPolicy DEFAULT = new TenantPolicy(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null);

    /** For whom reset is switched on. Source: R-CFG-01. */
    public enum Scope {
        NONE,
        SELECTED,
        ALL
    }

    /** Which administrators are told that one of them reset the own password. Source: R-NTF-02. */
    public enum Audience {
        ALL_ADMINS,
        GLOBAL_ADMINS
    }

    /** What somebody sees who names an account that does not exist: the neutral answer, or a flow whose codes never arrive. */
    public enum EnumerationProtection {
        NEUTRAL,
        DECOY
    }

    /**
     * Security questions.
     *
     * @param registerCount how many a user registers, 3 to 5. Source: R-CFG-09
     * @param resetCount how many are asked at a reset, 3 to 5. Source: R-CFG-10
     * @param predefined keys of predefined questions on offer; all of them if left out. Source: R-CFG-11
     * @param custom the tenant's own questions, at most 20. Source: R-CFG-11
     */
    public record Questions(Integer registerCount, Integer resetCount, Set<String> predefined, List<String> custom) {
        public Questions {
            registerCount = orElse(registerCount, 5);
            resetCount = orElse(resetCount, 3);
            predefined = Collections.unmodifiableSet(new TreeSet<>(orElse(predefined, PredefinedQuestion.names())));
            custom = List.copyOf(orElse(custom, List.<String>of()));
        }
    }

    /**
     * Where "contact your administrator" leads. Source: R-CFG-16.
     *
     * @param target an https address or a mail address; null unless {@code custom}
     */
    public record Helpdesk(Boolean custom, String target) {
        public Helpdesk {
            custom = orElse(custom, false);
        }
    }

    /** Whether a user may be named by a mail address of theirs. Source: R-CFG-19. */
    public record AlternateLoginId(Boolean enabled) {
        public AlternateLoginId {
            enabled = orElse(enabled, false);
        }
    }

    /**
     * The tenant's own banned terms, besides the global ones. Source: R-CFG-21.
     *
     * @param custom at most 1000 terms of 4 to 16 characters
     */
    public record Banned(Boolean enforceCustom, List<String> custom) {
        public Banned {
            enforceCustom = orElse(enforceCustom, false);
            custom = List.copyOf(orElse(custom, List.<String>of()));
        }
    }

    /**
     * When sign-in is locked. Source: R-CFG-22.
     *
     * @param threshold wrong passwords in a row
     * @param durationSec seconds of the first lock
     */
    public record Lockout(Integer threshold, Integer durationSec) {
        public Lockout {
            threshold = orElse(threshold, 10);
            durationSec = orElse(durationSec, 60);
        }
    }

    /**
     * How long a cloud password may be used. Source: R-CFG-24.
     *
     * @param expiryDays 0 = for ever
     * @param notifyDays how many days before that the user is told
     */
    public record PasswordAge(Integer expiryDays, Integer notifyDays) {
        public PasswordAge {
            expiryDays = orElse(expiryDays, 90);
            notifyDays = orElse(notifyDays, 14);
        }
    }

    /**
     * Looks of pages and mails. Source: R-CFG-26.
     *
     * @param logo https address of an image, or null
     * @param colour {@code #RRGGBB}, or null
     */
    public record Branding(String logo, String colour) {}

    public TenantPolicy {
        ssprEnabled = orElse(ssprEnabled, Scope.NONE);
        methodsRequired = orElse(methodsRequired, 1);
        methodsEnabled = copy(orElse(methodsEnabled, EnumSet.of(Method.EMAIL, Method.MOBILE_PHONE)));
        sq = orElse(sq, new Questions(null, null, null, null));
        registrationRequired = orElse(registrationRequired, true);
        reconfirmDays = orElse(reconfirmDays, 180);
        notifyUserOnReset = orElse(notifyUserOnReset, true);
        notifyAllAdminsOnAdminReset = orElse(notifyAllAdminsOnAdminReset, false);
        adminNotificationAudience = orElse(adminNotificationAudience, Audience.ALL_ADMINS);
        helpdesk = orElse(helpdesk, new Helpdesk(null, null));
        writebackEnabled = orElse(writebackEnabled, false);
        allowUnlockWithoutReset = orElse(allowUnlockWithoutReset, false);
        alternateLoginId = orElse(alternateLoginId, new AlternateLoginId(null));
        allowedToUseSspr = orElse(allowedToUseSspr, true);
        banned = orElse(banned, new Banned(null, null));
        lockout = orElse(lockout, new Lockout(null, null));
        enforceCloudPasswordPolicyForPasswordSyncedUsers =
                orElse(enforceCloudPasswordPolicyForPasswordSyncedUsers, false);
        passwordPolicy = orElse(passwordPolicy, new PasswordAge(null, null));
        branding = orElse(branding, new Branding(null, null));
        enumerationProtection = orElse(enumerationProtection, EnumerationProtection.NEUTRAL);
        mfaMethods = copy(orElse(mfaMethods, Set.of()));
        authenticationMethods = copy(orElse(authenticationMethods, Set.of()));
    }

    /** The group that the scope {@code SELECTED} selects by. */
    @JsonIgnore
    public Optional<String> scopeGroup() {
        return Optional.ofNullable(ssprGroupId);
    }

    private static <T> T orElse(T value, T fallback) {
        return value == null ? fallback : value;
    }

    private static Set<Method> copy(Set<Method> methods) {
        Set<Method> copy = EnumSet.noneOf(Method.class);
        copy.addAll(methods);
        return Collections.unmodifiableSet(copy);
    }
}
