package io.sspr.reset.directory;

import io.sspr.reset.gate.Method;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a tenant decided about password reset. Source: R-CFG-01 … R-CFG-20. */
@Embeddable
public class TenantPolicy {
    /** For whom reset is switched on. Source: R-CFG-01. */
    public enum Scope {
        NONE,
        SELECTED,
        ALL
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "sspr_enabled")
    Scope ssprEnabled;

    @Column(name = "sspr_group_id")
    String ssprGroupId;

    @Column(name = "methods_required")
    int methodsRequired;

    @Column(name = "methods_enabled")
    List<String> methodsEnabled;

    @Column(name = "allowed_to_use_sspr")
    boolean allowedToUseSspr;

    @Column(name = "writeback_enabled")
    boolean writebackEnabled;

    @Column(name = "notify_user_on_reset")
    boolean notifyUserOnReset;

    @Column(name = "notify_all_admins_on_admin_reset")
    boolean notifyAllAdminsOnAdminReset;

    protected TenantPolicy() {}

    /** Use {@code new TenantPolicy(...)} from an import only; rows are read by the store. */
    public TenantPolicy(
            Scope ssprEnabled,
            String ssprGroupId,
            int methodsRequired,
            Set<Method> methodsEnabled,
            boolean allowedToUseSspr,
            boolean writebackEnabled,
            boolean notifyUserOnReset,
            boolean notifyAllAdminsOnAdminReset) {
        this.ssprEnabled = ssprEnabled;
        this.ssprGroupId = ssprGroupId;
        this.methodsRequired = methodsRequired;
        this.methodsEnabled = methodsEnabled.stream().map(Enum::name).toList();
        this.allowedToUseSspr = allowedToUseSspr;
        this.writebackEnabled = writebackEnabled;
        this.notifyUserOnReset = notifyUserOnReset;
        this.notifyAllAdminsOnAdminReset = notifyAllAdminsOnAdminReset;
    }

    public Scope ssprEnabled() {
        return ssprEnabled;
    }

    /** The one group whose members may reset when the scope is {@code SELECTED}. Source: R-CFG-02. */
    public Optional<String> ssprGroupId() {
        return Optional.ofNullable(ssprGroupId);
    }

    /** 1 or 2. */
    public int methodsRequired() {
        return methodsRequired;
    }

    public Set<Method> methodsEnabled() {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        methodsEnabled.forEach(name -> methods.add(Method.valueOf(name)));
        return methods;
    }

    /** Whether administrators may reset their own passwords. Source: R-CFG-20. */
    public boolean allowedToUseSspr() {
        return allowedToUseSspr;
    }

    public boolean writebackEnabled() {
        return writebackEnabled;
    }

    public boolean notifyUserOnReset() {
        return notifyUserOnReset;
    }

    public boolean notifyAllAdminsOnAdminReset() {
        return notifyAllAdminsOnAdminReset;
    }
}
