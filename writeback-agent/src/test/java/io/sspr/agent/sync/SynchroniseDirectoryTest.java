package io.sspr.agent.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import io.sspr.agent.TestClock;
import io.sspr.agent.TestConfig;
import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.contract.sync.AccountsSynchronised;
import io.sspr.contract.sync.SyncedAccount;
import io.sspr.contract.sync.SyncedGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynchroniseDirectoryTest {
    private static final TestConfig CONFIG = new TestConfig("ldaps://localhost:1", "none", null, null, true);

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T08:00:00Z"));
    private final RememberInTest memory = new RememberInTest();
    private final List<AccountsSynchronised> parts = new ArrayList<>();
    private TestDomain domain;
    private OnPremisesDirectory directory;
    private SynchroniseDirectory synchronise;
    private String cloud = "reset-key-1";

    @BeforeEach
    void start() throws LDAPException {
        domain = new TestDomain();
        directory = new OnPremisesDirectory(CONFIG, clock) {
            @Override
            public LDAPConnectionPool pool() {
                return domain.pool();
            }
        };
        synchronise = new SynchroniseDirectory(directory, memory, CONFIG, clock);
    }

    @AfterEach
    void stop() {
        domain.close();
        directory.close();
    }

    @Test
    void theFirstRunTellsEverythingInNumberedPartsOf200_R_WB_11() throws LDAPException {
        for (int i = 0; i < 450; i++) {
            domain.addUser("user" + i);
        }

        run();

        assertThat(accounts()).hasSize(450).extracting(SyncedAccount::anchor).doesNotHaveDuplicates();
        assertThat(parts).extracting(part -> part.accounts().size()).allMatch(size -> size <= 200);
        assertThat(parts)
                .extracting(AccountsSynchronised::part)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, parts.size()).boxed().toList());
        assertThat(parts).extracting(AccountsSynchronised::last).containsOnlyOnce(true);
        assertThat(last().last()).isTrue();
        assertThat(parts).allMatch(AccountsSynchronised::full);
        assertThat(parts).extracting(AccountsSynchronised::run).containsOnly(last().run());
    }

    @Test
    void mobileAndTelephoneNumberAreTold_R_MTH_10() throws LDAPException {
        domain.addUser(
                "erin",
                new Attribute("mobile", "+1 4255550100"),
                new Attribute("telephoneNumber", "+1 4255550101"),
                new Attribute("givenName", "Erin"),
                new Attribute("sn", "Hagens"),
                new Attribute("mail", "erin@mail.example"),
                new Attribute("preferredLanguage", "ja-JP"));

        run();

        SyncedAccount erin = accounts().get(0);
        assertThat(erin.mobile()).isEqualTo("+1 4255550100");
        assertThat(erin.telephoneNumber()).isEqualTo("+1 4255550101");
        assertThat(erin)
                .extracting(
                        SyncedAccount::userPrincipalName,
                        SyncedAccount::displayName,
                        SyncedAccount::givenName,
                        SyncedAccount::surname,
                        SyncedAccount::mail,
                        SyncedAccount::preferredLanguage,
                        SyncedAccount::enabled)
                .containsExactly(
                        "erin@contoso.example", "Display erin", "Erin", "Hagens", "erin@mail.example", "ja-JP", true);
    }

    @Test
    void theAnchorIsConsistencyGuidBeforeObjectGuid_R_WB_10() throws LDAPException {
        byte[] own = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        String guid = domain.addUser("plain");
        domain.addUser("moved", new Attribute("mS-DS-ConsistencyGuid", own));

        run();

        assertThat(accounts())
                .extracting(SyncedAccount::anchor)
                .containsExactlyInAnyOrder(guid, Base64.getEncoder().encodeToString(own));
    }

    @ParameterizedTest
    @CsvSource({
        "512, 0, true",
        "514, 0, false",
        "512, 9223372036854775807, true",
        "512, 132223104000000000, false",
        "512, 143223104000000000, true"
    })
    void disabledAndExpiredUsersAreToldSo_R_WB_06(String control, String expires, boolean enabled)
            throws LDAPException {
        domain.addUser("erin", new Attribute("userAccountControl", control), new Attribute("accountExpires", expires));

        run();

        assertThat(accounts().get(0).enabled()).isEqualTo(enabled);
    }

    @Test
    void anAccountThatExpiresIsNoticedThoughTheDirectoryCountsNoChange_R_WB_06() throws LDAPException {
        long inAnHour = DescribeAccount.fileTime(clock.instant().plus(Duration.ofHours(1)));
        domain.addUser("erin", new Attribute("accountExpires", Long.toString(inAnHour)));
        run();

        clock.advance(Duration.ofHours(2));
        run();

        assertThat(accounts()).extracting(SyncedAccount::enabled).containsExactly(false);
        assertThat(last().full()).isFalse();
    }

    @Test
    void laterRunsTellWhatHasChangedOnly() throws LDAPException {
        domain.addUser("erin");
        String frank = domain.addUser("frank");
        run();

        domain.set("frank", "displayName", "Frank the Second");
        domain.signIn("erin");
        run();

        assertThat(parts).hasSize(1);
        assertThat(last().full()).isFalse();
        assertThat(last().last()).isTrue();
        assertThat(accounts())
                .extracting(SyncedAccount::anchor, SyncedAccount::displayName)
                .containsExactly(tuple(frank, "Frank the Second"));
    }

    @Test
    void nothingIsToldWhenNothingHasChanged() throws LDAPException {
        domain.addUser("erin");
        run();

        domain.signIn("erin");
        run();

        assertThat(parts).isEmpty();
    }

    @Test
    void deletedObjectsAreTold_R_WB_11() throws LDAPException {
        String erin = domain.addUser("erin");
        String group = domain.addGroup("staff");
        domain.addUser("frank");
        run();

        domain.delete("erin");
        domain.delete("staff");
        run();

        assertThat(last().removed()).containsExactlyInAnyOrder(erin, group);
        assertThat(memory.size()).isEqualTo(1);
    }

    @Test
    void deletedObjectsAreMissedWhereTheyCannotBeSeen_R_WB_11() throws LDAPException {
        domain.hideDeleted();
        String erin = domain.addUser("erin");
        domain.addUser("frank");
        run();

        domain.delete("erin");
        run();
        assertThat(last().removed()).containsExactly(erin);
        assertThat(last().full()).isFalse();
        assertThat(accounts()).isEmpty();
        run();

        assertThat(parts).isEmpty();
    }

    @Test
    void usersWhoLeaveTheScopeAreGone_R_WB_11() throws LDAPException {
        String erin = domain.addUser("erin");
        run();

        domain.set("erin", "objectCategory", "retired");
        run();

        assertThat(last().removed()).containsExactly(erin);
    }

    @Test
    void aDeletedAndRecreatedUserIsAnotherOne_A27() throws LDAPException {
        String former = domain.addUser("erin");
        run();

        domain.delete("erin");
        String recreated = domain.addUser("erin");
        run();

        assertThat(accounts()).extracting(SyncedAccount::anchor).containsExactly(recreated);
        assertThat(last().removed()).containsExactly(former);
    }

    @Test
    void membersAreToldByAnchor_R_CFG_03() throws LDAPException {
        String erin = domain.addUser("erin");
        String inner = domain.addGroup("inner", TestDomain.dn("erin").toUpperCase(Locale.ROOT));
        String outer = domain.addGroup("outer", TestDomain.dn("inner"), TestDomain.dn("nobody-in-scope"));

        run();

        assertThat(groups())
                .extracting(SyncedGroup::anchor, SyncedGroup::displayName, SyncedGroup::members)
                .containsExactlyInAnyOrder(tuple(inner, "inner", List.of(erin)), tuple(outer, "outer", List.of(inner)));
    }

    @Test
    void membersAreReadRangeByRange() throws LDAPException {
        String[] members = new String[10];
        List<String> anchors = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            anchors.add(domain.addUser("user" + i));
            members[i] = TestDomain.dn("user" + i);
        }
        domain.addGroup("staff", members);

        run();

        assertThat(groups().get(0).members()).containsExactlyInAnyOrderElementsOf(anchors);
    }

    @Test
    void aNewcomerIsFoundInGroupsThatHaveNotChanged_R_CFG_03() throws LDAPException {
        String erin = domain.addUser("erin", new Attribute("objectCategory", "retired"));
        String staff = domain.addGroup("staff", TestDomain.dn("erin"));
        run();
        assertThat(groups()).extracting(SyncedGroup::members).containsExactly(List.of());

        domain.set("erin", "objectCategory", "person");
        run();

        assertThat(groups())
                .extracting(SyncedGroup::anchor, SyncedGroup::members)
                .containsExactly(tuple(staff, List.of(erin)));
    }

    @Test
    void anotherDomainControllerHasToTellEverything() throws LDAPException {
        domain.addUser("erin");
        run();

        domain.failOver();
        run();

        assertThat(last().full()).isTrue();
        assertThat(accounts()).hasSize(1);
    }

    @Test
    void anotherCloudSideHasToBeToldEverything() throws LDAPException {
        domain.addUser("erin");
        run();

        cloud = "reset-key-2";
        run();

        assertThat(last().full()).isTrue();
    }

    @Test
    void everythingIsToldOnceADay() throws LDAPException {
        domain.addUser("erin");
        run();

        memory.readEverythingAt(clock.instant().minus(Duration.ofDays(1)));
        run();
        assertThat(last().full()).isTrue();
        run();

        assertThat(parts).isEmpty();
    }

    @Test
    void aRenamedUnitHasEverythingRead() throws LDAPException {
        domain.addUser("erin");
        run();

        domain.addUnit("Renamed");
        run();

        assertThat(last().full()).isTrue();
    }

    @Test
    void whatWasNotAcknowledgedIsToldAgain() throws LDAPException {
        domain.addUser("erin");
        run();
        domain.set("erin", "displayName", "Erin the Second");

        assertThatThrownBy(() -> synchronise.run(cloud, part -> {
                    throw new NotAcknowledgedException(new IOException("broker away"));
                }))
                .isInstanceOf(NotAcknowledgedException.class);
        run();

        assertThat(accounts()).extracting(SyncedAccount::displayName).containsExactly("Erin the Second");
    }

    @Test
    void ofTwoObjectsWithOneAnchorTheFirstIsTold_R_WB_10() throws LDAPException {
        byte[] anchor = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        domain.addUser("erin", new Attribute("mS-DS-ConsistencyGuid", anchor));
        run();

        domain.addUser("twin", new Attribute("mS-DS-ConsistencyGuid", anchor));
        run();

        assertThat(parts).isEmpty();
    }

    @Test
    void usersWithoutANameToSignInWithAreNotTold() throws LDAPException {
        domain.addUser("service");
        domain.set("service", "userPrincipalName");

        run();

        assertThat(accounts()).isEmpty();
    }

    @Test
    void laterRunsHaveGreaterIds() throws LDAPException {
        run();
        long first = last().run().getMostSignificantBits();

        clock.advance(Duration.ofDays(2));
        run();

        assertThat(last().run().version()).isEqualTo(7);
        assertThat(last().run().getMostSignificantBits()).isGreaterThan(first);
    }

    private void run() throws LDAPException {
        parts.clear();
        clock.advance(Duration.ofSeconds(1));
        synchronise.run(cloud, parts::add);
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
