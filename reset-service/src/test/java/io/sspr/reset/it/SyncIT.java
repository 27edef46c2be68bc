package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.Message;
import io.sspr.contract.policy.DirectorySynchronised;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.sync.AccountsSynchronised;
import io.sspr.contract.sync.SyncedAccount;
import io.sspr.contract.sync.SyncedGroup;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.gate.PhoneNumber;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

/** A directory whose agent tells of it, on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SyncIT extends ResetWalk {
    private static final AtomicLong RUNS = new AtomicLong(Instant.now().toEpochMilli());
    private static final List<SyncedAccount> NO_ACCOUNTS = List.of();
    private static final List<SyncedGroup> NO_GROUPS = List.of();
    private static final List<String> NOBODY = List.of();

    /** Of the account that every test's tenant was imported with. */
    private static final String IMPORTED = "AAECAwQFBgcICQoLDA0ODw==";

    private static final String FORMER = "EBESExQVFhcYGRobHB0eHw==";

    @Inject
    Groups groups;

    @Test
    void newPeopleHaveAccountsWithTheDirectorysPhones_R_MTH_10() {
        DirectorySynchronised fact = full(List.of(person("anchor-erin", "erin")), NO_GROUPS);

        Account erin = account("erin").orElseThrow();
        assertThat(erin.kind()).isEqualTo(AccountKind.PASS_THROUGH);
        assertThat(erin.cloudAnchor()).isEqualTo("anchor-erin");
        assertThat(erin.tenantId()).isEqualTo(tenant);
        assertThat(erin.resetPhone().map(PhoneNumber::stored)).contains("+1 4255550133");
        assertThat(erin.officePhone().map(PhoneNumber::stored)).contains("+1 4255550134");
        assertThat(erin.preferredLanguage()).contains("ja");
        assertThat(fact.accounts()).isEqualTo(1);
        assertThat(fact.full()).isTrue();
    }

    @Test
    void whatIsGivenOrRegisteredInTheCloudStays_R_MTH_10_R_LIC_01() {
        importAccounts("""
                {"userPrincipalName": "federated@%s", "kind": "FEDERATED", "cloudAnchor": "AAECAwQFBgcICQoLDA0ODw==",
                 "authenticationPhone": "+1 4255550199", "authenticationEmail": "own@home.example",
                 "licences": ["ENTRA_P1"], "roles": ["User Administrator"]}""");

        full(List.of(person(IMPORTED, "federated")), NO_GROUPS);

        Account account = account("federated").orElseThrow();
        assertThat(account.kind()).isEqualTo(AccountKind.FEDERATED);
        assertThat(account.resetPhone().map(PhoneNumber::stored)).contains("+1 4255550199");
        assertThat(account.resetMail()).isPresent();
        assertThat(account.roles()).containsExactly("User Administrator");
        assertThat(account.licences()).isNotEmpty();
        assertThat(account.displayName()).isEqualTo("Display federated");
    }

    @Test
    void aDisabledPersonCannotReset_R_WB_06_R_CHK_01() {
        full(List.of(disabled(person("anchor-erin", "erin"))), NO_GROUPS);

        assertThat(tryToBegin("erin").statusCode()).isGreaterThanOrEqualTo(400);

        assertThat(broker.await(AccountNotVerified.class, fact -> isOfTenant(fact))
                        .event()
                        .cause())
                .isEqualTo(AccountNotVerified.Cause.SIGN_IN_DISABLED);
    }

    @Test
    void whoIsDeletedAndMadeAnewHasNothingOfTheFormerOne_A27() {
        full(List.of(person(FORMER, "erin")), NO_GROUPS);
        UUID former = accountId("erin");
        // What the former one registered, with a row that names the same account.
        importAccounts("""
                {"userPrincipalName": "erin@%s", "kind": "PASS_THROUGH", "cloudAnchor": "FORMER",
                 "authenticationPhone": "+1 4255550199"}""".replace("FORMER", FORMER));
        assertThat(account("erin").flatMap(Account::resetPhone).map(PhoneNumber::stored))
                .contains("+1 4255550199");

        incremental(List.of(person("anchor-2", "erin")), NO_GROUPS, List.of(FORMER));

        Account anew = account("erin").orElseThrow();
        assertThat(anew.id()).isNotEqualTo(former);
        assertThat(anew.resetPhone().map(PhoneNumber::stored)).contains("+1 4255550133");
    }

    @Test
    void whoIsGoneIsUnknownAndBackAsTheSameOne_R_WB_11() {
        full(List.of(person("anchor-erin", "erin")), NO_GROUPS);
        UUID id = accountId("erin");

        incremental(NO_ACCOUNTS, NO_GROUPS, List.of("anchor-erin"));
        assertThat(account("erin")).isEmpty();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> accounts.findById(id))
                        .isEnabled())
                .isFalse();

        incremental(List.of(person("anchor-erin", "erin")), NO_GROUPS, NOBODY);
        assertThat(accountId("erin")).isEqualTo(id);
    }

    @Test
    void whoIsNotInAFullRunIsGoneUnlessNeverToldOf_R_WB_11() {
        full(List.of(person("anchor-erin", "erin"), person("anchor-frank", "frank")), NO_GROUPS);

        DirectorySynchronised fact = full(List.of(person("anchor-frank", "frank")), NO_GROUPS);

        assertThat(account("erin")).isEmpty();
        assertThat(account("frank")).isPresent();
        assertThat(account("federated")).isPresent();
        assertThat(account("cloud")).isPresent();
        assertThat(fact.removed()).isEqualTo(1);
    }

    @Test
    void aFullRunWithAPartMissingRemovesNobody() {
        full(List.of(person("anchor-erin", "erin")), NO_GROUPS);
        UUID run = newRun();

        send(new AccountsSynchronised(run, 2, true, true, NO_ACCOUNTS, NO_GROUPS, NOBODY));

        assertThat(ended(run).removed()).isZero();
        assertThat(account("erin")).isPresent();
    }

    @Test
    void groupsHoldGroupsAndPeople_R_CFG_03() {
        full(
                List.of(person("anchor-erin", "erin"), person("anchor-frank", "frank")),
                List.of(
                        new SyncedGroup("outer", "Outer", List.of("inner")),
                        new SyncedGroup("inner", "Inner", List.of("anchor-erin"))));
        assertThat(isMember("erin", "outer")).isTrue();
        assertThat(isMember("frank", "outer")).isFalse();

        incremental(NO_ACCOUNTS, List.of(new SyncedGroup("inner", "Inner", List.of("anchor-frank"))), NOBODY);

        assertThat(isMember("erin", "outer")).isFalse();
        assertThat(isMember("frank", "outer")).isTrue();
    }

    @Test
    void aNameOfSomebodyElseOrOfNoDomainIsLeftOutAndStopsNobody_R_UID_02() {
        full(
                List.of(
                        person("anchor-1", "cloud"),
                        withName(person("anchor-2", "x"), "somebody@elsewhere.example"),
                        person("anchor-3", "erin")),
                NO_GROUPS);

        assertThat(account("cloud").orElseThrow().kind()).isEqualTo(AccountKind.CLOUD_ONLY);
        assertThat(accounts.named("somebody@elsewhere.example")).isEmpty();
        assertThat(account("erin")).isPresent();
    }

    @Test
    void aNameThatAnotherGaveUpInTheSameRunIsFree() {
        full(List.of(person("anchor-1", "erin")), NO_GROUPS);

        incremental(List.of(person("anchor-2", "erin"), person("anchor-1", "erin.married")), NO_GROUPS, NOBODY);

        assertThat(account("erin").orElseThrow().cloudAnchor()).isEqualTo("anchor-2");
        assertThat(account("erin.married").orElseThrow().cloudAnchor()).isEqualTo("anchor-1");
    }

    @Test
    void whatNoAgentOfTheTenantSignedIsPassedOver_R_WB_21() {
        UUID forged = newRun();
        sendSigned(
                new AccountsSynchronised(
                        forged, 1, true, true, List.of(person("anchor-x", "mallory")), NO_GROUPS, NOBODY),
                Surroundings.STRANGER);

        full(List.of(person("anchor-erin", "erin")), NO_GROUPS);

        assertThat(account("mallory")).isEmpty();
    }

    @Test
    void anOlderRunAfterANewerOneIsPassedOver() {
        UUID older = newRun();
        full(List.of(person("anchor-erin", "erin")), NO_GROUPS);

        send(new AccountsSynchronised(older, 1, false, true, NO_ACCOUNTS, NO_GROUPS, List.of("anchor-erin")));
        incremental(List.of(person("anchor-frank", "frank")), NO_GROUPS, NOBODY);

        assertThat(account("frank")).isPresent();
        assertThat(account("erin")).isPresent();
    }

    private DirectorySynchronised full(List<SyncedAccount> people, List<SyncedGroup> some) {
        UUID run = newRun();
        send(new AccountsSynchronised(run, 1, true, false, people, NO_GROUPS, NOBODY));
        send(new AccountsSynchronised(run, 2, true, true, NO_ACCOUNTS, some, NOBODY));
        return ended(run);
    }

    private void incremental(List<SyncedAccount> people, List<SyncedGroup> some, List<String> removed) {
        UUID run = newRun();
        send(new AccountsSynchronised(run, 1, false, true, people, some, removed));
        ended(run);
    }

    private void send(AccountsSynchronised part) {
        sendSigned(part, Surroundings.AGENT_SIGNING);
    }

    private void sendSigned(AccountsSynchronised part, PublicJsonWebKey signer) {
        broker.send(message(part, "agent-1"), signer);
    }

    private DirectorySynchronised ended(UUID run) {
        return broker.await(
                        DirectorySynchronised.class, fact -> fact.event().run().equals(run))
                .event();
    }

    private boolean isOfTenant(Message<?> message) {
        return message.tenant().equals(tenant);
    }

    /** As it is now, and not as the test saw it before. */
    private Optional<Account> account(String name) {
        return QuarkusTransaction.requiringNew().call(() -> accounts.named(name + "@" + domain()));
    }

    private boolean isMember(String name, String group) {
        return QuarkusTransaction.requiringNew()
                .call(() -> groups.isMember(account(name).orElseThrow(), group));
    }

    private SyncedAccount person(String anchor, String name) {
        return new SyncedAccount(
                anchor,
                name + "@" + domain(),
                "Display " + name,
                "Given",
                "Surname",
                null,
                "+1 4255550133",
                "+1 4255550134",
                "ja-JP",
                true);
    }

    private static SyncedAccount disabled(SyncedAccount of) {
        return new SyncedAccount(
                of.anchor(),
                of.userPrincipalName(),
                of.displayName(),
                of.givenName(),
                of.surname(),
                of.mail(),
                of.mobile(),
                of.telephoneNumber(),
                of.preferredLanguage(),
                false);
    }

    private static SyncedAccount withName(SyncedAccount of, String name) {
        return new SyncedAccount(
                of.anchor(),
                name,
                of.displayName(),
                of.givenName(),
                of.surname(),
                of.mail(),
                of.mobile(),
                of.telephoneNumber(),
                of.preferredLanguage(),
                of.enabled());
    }

    /** Ids of runs begin with a time that grows (UUID version 7). */
    private static UUID newRun() {
        return new UUID(
                RUNS.incrementAndGet() << 16 | 0x7000L, UUID.randomUUID().getLeastSignificantBits());
    }
}
