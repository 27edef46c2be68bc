package io.sspr.agent.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.unboundid.ldap.sdk.LDAPException;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.directory.SambaConfig;
import io.sspr.contract.sync.AccountsSynchronised;
import io.sspr.contract.sync.SyncedAccount;
import io.sspr.contract.sync.SyncedGroup;
import io.sspr.sandbox.samba.DomainController;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real domain controller answers, read with no more rights than the agent's service account has. */
@Tag("samba")
class SynchroniseSambaIT {
    private static final String PASSWORD = "Old-Passw0rd!";

    private static DomainController domain;

    private final RememberInTest memory = new RememberInTest();
    private final List<AccountsSynchronised> parts = new ArrayList<>();
    private OnPremisesDirectory directory;
    private SynchroniseDirectory synchronise;

    @BeforeAll
    static void startDomain(@TempDir Path folder) {
        Assumptions.assumeThat(DomainController.isInstalled()).isTrue();
        domain = DomainController.start(folder, "127.0.0.6");
    }

    @AfterAll
    static void stopDomain() {
        if (domain != null) {
            domain.close();
        }
    }

    @BeforeEach
    void connect() {
        AgentConfig config = SambaConfig.of(domain);
        directory = new OnPremisesDirectory(config, Clock.systemUTC());
        synchronise = new SynchroniseDirectory(directory, memory, config, Clock.systemUTC());
    }

    @AfterEach
    void disconnect() {
        directory.close();
    }

    @Test
    void everythingIsReadAndThenWhatHasChanged_R_WB_10_R_WB_11_R_CFG_03() throws LDAPException {
        String erin = anchorOf(domain.createUser("erin", "Erin M. Hagens", PASSWORD));
        String frank = anchorOf(domain.createUser("frank", "Frank Miller", PASSWORD));
        domain.tool("group", "add", "Staff");
        domain.tool("group", "addmembers", "Staff", "erin");

        run();
        assertThat(last().full()).isTrue();
        assertThat(accounts())
                .filteredOn(account -> List.of(erin, frank).contains(account.anchor()))
                .extracting(SyncedAccount::displayName, SyncedAccount::enabled)
                .containsExactlyInAnyOrder(tuple("Erin M. Hagens", true), tuple("Frank Miller", true));
        assertThat(groups())
                .filteredOn(group -> group.displayName().equals("Staff"))
                .extracting(SyncedGroup::members)
                .containsExactly(List.of(erin));

        run();
        assertThat(parts).isEmpty();

        domain.tool("user", "disable", "erin");
        domain.tool("group", "addmembers", "Staff", "frank");
        run();
        assertThat(last().full()).isFalse();
        assertThat(accounts())
                .extracting(SyncedAccount::anchor, SyncedAccount::enabled)
                .containsExactly(tuple(erin, false));
        assertThat(groups().get(0).members()).containsExactlyInAnyOrder(erin, frank);

        domain.tool("user", "delete", "erin");
        String anew = anchorOf(domain.createUser("erin", "Erin M. Hagens", PASSWORD));
        run();
        assertThat(last().full()).isFalse();
        assertThat(accounts()).extracting(SyncedAccount::anchor).contains(anew).doesNotContain(erin);
        assertThat(parts.stream().flatMap(part -> part.removed().stream())).containsExactly(erin);
    }

    private void run() throws LDAPException {
        parts.clear();
        synchronise.run("reset-key-1", parts::add);
    }

    private static String anchorOf(String dn) {
        return Base64.getEncoder().encodeToString(domain.accounts().bytes(dn, "objectGUID"));
    }

    private AccountsSynchronised last() {
        return parts.get(parts.size() - 1);
    }

    private List<SyncedAccount> accounts() {
        return parts.stream().flatMap(part -> part.accounts().stream()).toList();
    }

    private List<SyncedGroup> groups() {
        return parts.stream().flatMap(part -> part.groups().stream()).toList();
    }
}
