package io.sspr.reset.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.policy.PolicyChangeRefused;
import io.sspr.contract.policy.PolicyChanged;
import io.sspr.contract.policy.WritebackSwitched;
import io.sspr.outbox.Outbox;
import io.sspr.reset.agent.AgentKeys;
import io.sspr.reset.banned.CheckCustomTerms;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Changes settings of a tenant: those that the administrator names, all of them or none. In force as soon as this returns, in every replica, and
 * for sessions that are under way. Source: R-CFG-01 … R-CFG-27.
 */
@ApplicationScoped
public class ChangePolicy {
    private static final int MOST_NAMED = 50;

    private final Tenants tenants;
    private final Groups groups;
    private final AgentKeys agentKeys;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    ChangePolicy(Tenants tenants, Groups groups, AgentKeys agentKeys, Outbox outbox, ObjectMapper json, Clock clock) {
        this.tenants = tenants;
        this.groups = groups;
        this.agentKeys = agentKeys;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What came of a change.
     *
     * @param faults why nothing was changed; empty if all was
     * @param isOutdated whether the caller had looked at an older version; then nothing was changed either
     */
    public record Result(TenantPolicy policy, int version, List<Fault> faults, boolean isOutdated) {}

    /**
     * @param patch the settings to change, as a JSON merge patch (RFC 7386): a null gives a setting its default back
     * @param expectedVersion the version that the caller has seen; null if the caller does not mind
     * @throws JsonProcessingException if the patch has a setting that does not exist, or a value of another form
     */
    @Transactional(rollbackOn = JsonProcessingException.class)
    public Result change(String tenantId, JsonNode patch, Integer expectedVersion, Person by)
            throws JsonProcessingException {
        Tenant tenant = tenants.lock(tenantId);
        TenantPolicy before = tenant.policy();
        if (expectedVersion != null && expectedVersion != tenant.version()) {
            return new Result(before, tenant.version(), List.of(), true);
        }
        TenantPolicy after = preview(before, patch);
        List<Fault> faults = new ArrayList<>(CheckPolicy.faults(after));
        faults.addAll(faultsOfChange(tenant, before, after, patch));
        if (!faults.isEmpty()) {
            refused(tenantId, faults, by);
            return new Result(before, tenant.version(), faults, false);
        }
        ObjectNode tidy = json.valueToTree(after);
        // R-BAN-10: of terms that are normalised the same, one is enough.
        tidy.withObject("/banned")
                .set(
                        "custom",
                        json.valueToTree(
                                CheckCustomTerms.check(after.banned().custom()).terms()));
        List<PolicyChanged.Change> changes = PolicyDifference.between(json.valueToTree(before), tidy);
        if (!changes.isEmpty()) {
            tenant.changePolicy(json.treeToValue(tidy, TenantPolicy.class));
            publish(tenantId, new PolicyChanged(by, changes));
            if (!Objects.equals(before.writebackEnabled(), after.writebackEnabled())) {
                publish(tenantId, new WritebackSwitched(by, after.writebackEnabled()));
            }
            tenants.flush();
        }
        return new Result(tenant.policy(), tenant.version(), List.of(), false);
    }

    /**
     * As {@link #change}, to all of these settings.
     *
     * @throws JsonProcessingException never, since {@code wanted} has been read
     */
    @Transactional(rollbackOn = JsonProcessingException.class)
    public Result replace(String tenantId, TenantPolicy wanted, Person by) throws JsonProcessingException {
        ObjectNode before = json.valueToTree(tenants.lock(tenantId).policy());
        ObjectNode patch = json.valueToTree(wanted);
        patch.properties().removeIf(setting -> setting.getValue().equals(before.get(setting.getKey())));
        return change(tenantId, patch, null, by);
    }

    /** Tells that somebody tried to give settings values that are not allowed. Of very many the first are named: a fact has to find its way. */
    @Transactional
    public void refused(String tenantId, List<Fault> faults, Person by) {
        List<String> settings =
                faults.stream().map(Fault::where).distinct().limit(MOST_NAMED).toList();
        publish(tenantId, new PolicyChangeRefused(by, settings));
    }

    /**
     * How the settings would be with the patch; nothing is changed.
     *
     * @throws JsonProcessingException as {@link #change}
     */
    TenantPolicy preview(TenantPolicy before, JsonNode patch) throws JsonProcessingException {
        return json.treeToValue(JsonMergePatch.apply(json.valueToTree(before), patch), TenantPolicy.class);
    }

    /** What depends on more than the new values. */
    private List<Fault> faultsOfChange(Tenant tenant, TenantPolicy before, TenantPolicy after, JsonNode patch) {
        List<Fault> faults = new ArrayList<>();
        if (after.scopeGroup()
                        .filter(group -> !groups.exists(tenant.id(), group))
                        .isPresent()
                && !after.scopeGroup().equals(before.scopeGroup())) {
            faults.add(new Fault("ssprGroupId", "policy.noSuchGroup"));
        }
        if (patch.has("reconfirmDays") && !after.registrationRequired()) {
            faults.add(new Fault("reconfirmDays", "policy.needsRegistration")); // R-CFG-13
        }
        if (patch.has("writebackEnabled") && !agentKeys.isOnboarded(tenant.id())) {
            faults.add(new Fault("writebackEnabled", "policy.needsAgent")); // R-CFG-17
        }
        boolean isPremium = groups.holdsPremiumLicence(tenant.id());
        if (after.banned().enforceCustom() && !before.banned().enforceCustom() && !isPremium) {
            faults.add(new Fault("banned.enforceCustom", "policy.needsPremium")); // R-LIC-04
        }
        if (!after.lockout().equals(before.lockout()) && !isPremium) {
            faults.add(new Fault("lockout", "policy.needsPremium")); // R-LIC-04
        }
        return faults;
    }

    private void publish(String tenantId, Fact fact) {
        outbox.add(new Message<>(UUID.randomUUID(), clock.instant(), "/reset-service", tenantId, tenantId, null, fact));
    }
}
