package io.sspr.agent.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written to a real Active Directory, and what it or the agent refuses. */
class SambaIT extends SambaFixture {
    private OnPremisesDirectory directory;

    @BeforeEach
    void open() {
        directory = directory();
    }

    @Test
    void resetReplacesThePasswordAndUnlocks_R_WB_32() {
        // Given
        String dn = person();
        domain.accounts().lockOut(dn);
        assertThat(domain.accounts().signIn(dn, OLD)).contains("data 775");

        // Then
        assertThat(reset(directory, dn, NEW)).isEmpty();
        assertThat(signsIn(dn, NEW)).isTrue();
        assertThat(signsIn(dn, Secret.of(OLD))).isFalse();
    }

    @Test
    void unlockKeepsThePassword_R_WB_34() {
        // Given
        String dn = person();
        domain.accounts().lockOut(dn);

        // When
        Optional<Refusal> refusal = attempt(directory, Operation.UNLOCK, anchor(dn), null, directory::unlock);

        // Then
        assertThat(refusal).isEmpty();
        assertThat(signsIn(dn, Secret.of(OLD))).isTrue();
    }

    @Test
    void changeTakesTheCurrentPassword_R_CHG_01() {
        // Given
        String dn = person();

        // Then
        assertThat(change(dn, "n0t-the-password", NEW).map(Refusal::verdict))
                .contains(WritebackVerdict.INCORRECT_PASSWORD);
        assertThat(signsIn(dn, Secret.of(OLD))).isTrue();
        assertThat(change(dn, OLD, NEW)).isEmpty();
        assertThat(signsIn(dn, NEW)).isTrue();
    }

    @Test
    void changeOfLockedOutAccountIsRefused_R_EVT_33006() throws Exception {
        // Given
        String dn = person();
        domain.accounts().lockOut(dn);

        // When
        Refusal byAgent = change(dn, OLD, NEW).orElseThrow();
        DirectoryAccount account = directory.find(anchor(dn));
        DirectoryException byDomain = catchThrowableOfType(
                DirectoryException.class, () -> directory.changePassword(account, Secret.of(OLD), NEW));

        // Then
        assertThat(byAgent.verdict()).isEqualTo(WritebackVerdict.ACCOUNT_LOCKED_OUT);
        assertThat(byDomain.refusal().verdict()).isEqualTo(WritebackVerdict.ACCOUNT_LOCKED_OUT);
        assertThat(byDomain.refusal().evidence()).containsEntry("adCode", "00000775");
    }

    @Test
    void temporaryPasswordHasToBeChangedAtTheNextSignIn_R_WB_45() throws Exception {
        // Given
        String dn = person();
        DirectoryAccount account = directory.find(anchor(dn));

        // When
        directory.setPassword(account, NEW, true);

        // Then
        assertThat(domain.accounts().signIn(dn, NEW.reveal())).contains("data 773");
        assertThat(directory.prove(account, NEW)).isEqualTo(Proof.IN_FORCE);
        assertThat(change(dn, NEW.reveal(), Secret.of("Final-Passw0rd!"))).isEmpty();
        assertThat(signsIn(dn, Secret.of("Final-Passw0rd!"))).isTrue();
    }

    @Test
    void accountWithoutGrantsIsRefused_R_EVT_33004() {
        // Given
        String dn = domain.accounts().createIn(domain.accounts().othersDn(), "stranger", "Sam Stranger", OLD);

        // Then
        assertThat(verdictOnReset(directory, dn)).isEqualTo(WritebackVerdict.NO_RIGHTS);
        assertThat(attempt(directory, Operation.UNLOCK, anchor(dn), null, directory::unlock)
                        .map(Refusal::verdict))
                .contains(WritebackVerdict.NO_RIGHTS);
        assertThat(signsIn(dn, Secret.of(OLD))).isTrue();
    }

    @Test
    void markedAccountIsProtected_R_WB_13() {
        // Given
        String dn = person();
        domain.accounts().set(dn, "adminCount", "1");

        // Then
        assertThat(verdictOnReset(directory, dn)).isEqualTo(WritebackVerdict.PROTECTED_ACCOUNT);
        assertThat(signsIn(dn, Secret.of(OLD))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=Domain Admins,CN=Users", "CN=Account Operators,CN=Builtin"})
    void memberOfMemberOfProtectedGroupIsProtectedBeforeItIsMarked_R_WB_13(String group) {
        // Given
        String dn = person();
        String between = domain.accounts().createGroup("between-" + group.hashCode());
        domain.accounts().addToGroup(dn, between);
        domain.accounts().addToGroup(between, group + "," + domain.baseDn());

        // When
        Refusal refusal = reset(directory, dn, NEW).orElseThrow();

        // Then
        assertThat(domain.accounts().value(dn, "adminCount")).isNull();
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.PROTECTED_ACCOUNT);
        assertThat(refusal.evidence().get("protectedBy").toString()).matches("S-1-5-.*-(512|548)");
        assertThat(attempt(directory, Operation.RESET_BY_ADMIN, anchor(dn), NEW, account -> Assertions.fail(""))
                        .map(Refusal::verdict))
                .contains(WritebackVerdict.PROTECTED_ACCOUNT);
        assertThat(attempt(directory, Operation.UNLOCK, anchor(dn), null, account -> Assertions.fail(""))
                        .map(Refusal::verdict))
                .contains(WritebackVerdict.PROTECTED_ACCOUNT);
        assertThat(change(dn, OLD, NEW)).isEmpty();
    }

    @Test
    void administratorIsProtected_R_ADM_10() {
        assertThat(verdictOnReset(directory, domain.administratorDn())).isEqualTo(WritebackVerdict.PROTECTED_ACCOUNT);
    }

    @Test
    void disabledAndExpiredAccountsAreRefused_R_EVT_33005() {
        // Given
        String disabled = person();
        domain.accounts().set(disabled, "userAccountControl", "514");
        String expired = person();
        domain.accounts().set(expired, "accountExpires", "132223104000000000");

        // Then
        assertThat(verdictOnReset(directory, disabled)).isEqualTo(WritebackVerdict.ACCOUNT_DISABLED);
        assertThat(reset(directory, expired, NEW).orElseThrow())
                .isEqualTo(Refusal.of(WritebackVerdict.ACCOUNT_DISABLED)
                        .with("server", domain.url())
                        .with("expired", true));
    }

    @Test
    void deletedAccountAndAccountsOutOfScopeAreNotFound_R_EVT_33002_R_WB_11() {
        // Given
        String dn = person();
        byte[] anchor = anchor(dn);
        OnPremisesDirectory elsewhere =
                directory(SambaConfig.of(domain).below(domain.accounts().othersDn()));
        OnPremisesDirectory others = directory(SambaConfig.of(domain).serving("(&(objectClass=user)(mail=*))"));

        // Then
        assertThat(refusalOfFinding(elsewhere, anchor).verdict()).isEqualTo(WritebackVerdict.USER_NOT_FOUND);
        assertThat(refusalOfFinding(others, anchor).verdict()).isEqualTo(WritebackVerdict.USER_NOT_FOUND);
        domain.accounts().delete(dn);
        assertThat(refusalOfFinding(directory, anchor).verdict()).isEqualTo(WritebackVerdict.USER_NOT_FOUND);
    }

    @Test
    void anchorOfTwoAccountsIsRefused_R_EVT_33003() {
        // Given
        byte[] anchor = {1, 2, '*', '(', ')', '\\', 0, (byte) 0xff, 9, 10, 11, 12, 13, 14, 15, 16};
        domain.accounts().set(person(), "mS-DS-ConsistencyGuid", anchor);
        domain.accounts().set(person(), "mS-DS-ConsistencyGuid", anchor);

        // Then
        assertThat(refusalOfFinding(directory, anchor).verdict()).isEqualTo(WritebackVerdict.DUPLICATE_ANCHOR);
    }

    @Test
    void domainItselfRefusesSimpleAndShortPasswords_R_EVT_33008() throws Exception {
        // Given
        DirectoryAccount account = directory.find(anchor(person()));

        // Then: asked directly, without the agent's own look at the policy
        for (String weak : new String[] {"abcdefghij", "Ab1!", ""}) {
            DirectoryException refused = catchThrowableOfType(
                    DirectoryException.class, () -> directory.setPassword(account, Secret.of(weak), false));
            assertThat(refused.refusal().verdict()).isEqualTo(WritebackVerdict.PASSWORD_POLICY);
            assertThat(refused.refusal().evidence())
                    .containsEntry("adCode", "0000052D")
                    .containsEntry("rule", "DIRECTORY");
        }
    }

    @Test
    void agentRefusesPartsOfTheNameThatTheDomainWouldTake_R_ADP_04() {
        // When
        Refusal refusal = reset(directory, person(), Secret.of("Hagens-1234")).orElseThrow();

        // Then
        assertThat(refusal.evidence()).containsEntry("rule", "DISPLAY_NAME");
    }

    @Test
    void historyBindsAChange_R_ADP_05() {
        // Given
        String dn = person();
        assertThat(change(dn, OLD, NEW)).isEmpty();

        // Then
        assertThat(change(dn, NEW.reveal(), Secret.of(OLD)).map(Refusal::verdict))
                .contains(WritebackVerdict.PASSWORD_POLICY);
    }

    private Optional<Refusal> change(String dn, String current, Secret password) {
        return attempt(
                directory,
                Operation.CHANGE,
                anchor(dn),
                password,
                account -> directory.changePassword(account, Secret.of(current), password));
    }
}
