package io.sspr.agent.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.ReadOnlyModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.agent.TestConfig;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnPremisesDirectoryTest {
    private static final byte[] ANCHOR = {1, 2, '*', '(', ')', '\\', 0, (byte) 0xff, 9, 10, 11, 12, 13, 14, 15, 16};
    private static final byte[] OTHER = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
    private static final Secret NEW = Secret.of("N\"eue-Größe€日本1");

    @TempDir
    Path folder;

    private TestDirectory server;
    private OnPremisesDirectory directory;

    @BeforeEach
    void start() throws Exception {
        server = TestDirectory.start(folder);
        directory = new OnPremisesDirectory(server.config(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        directory.close();
        server.close();
    }

    @Test
    void findsByConsistencyGuid_R_WB_10() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("msDS-ResultantPSO", "CN=strict"));
        server.addUser("other", OTHER);

        // Then
        assertThat(directory.find(ANCHOR))
                .isEqualTo(new DirectoryAccount(
                        TestDirectory.dn("ehagens"),
                        "ehagens",
                        "Erin M. Hagens",
                        512,
                        false,
                        false,
                        132223104000000000L,
                        0,
                        "CN=strict"));
    }

    @Test
    void findsByObjectGuidOnlyWhereThereIsNoConsistencyGuid_R_WB_10() throws Exception {
        // Given
        server.addUser("plain", new byte[0], new Attribute("objectGUID", ANCHOR));
        server.addUser("migrated", OTHER, new Attribute("objectGUID", ANCHOR));

        // Then
        assertThat(directory.find(ANCHOR).samAccountName()).isEqualTo("plain");
        assertThat(directory.find(OTHER).samAccountName()).isEqualTo("migrated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*)(objectClass=*", "ehagens)(|(objectClass=*", "\\2a", "\0", ")", "(|(cn=*))"})
    void anchorsMatchNothingButThemselves_A16(String attack) throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // Then
        assertThat(refusalOfFinding(attack.getBytes(StandardCharsets.UTF_8)).verdict())
                .isEqualTo(WritebackVerdict.USER_NOT_FOUND);
    }

    @Test
    void refusesUnknownAnchor_R_EVT_33002() {
        assertThat(refusalOfFinding(ANCHOR).verdict()).isEqualTo(WritebackVerdict.USER_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void refusesAnchorOfSeveralAccounts_R_EVT_33003(int accounts) throws Exception {
        // Given
        for (int i = 0; i < accounts; i++) {
            server.addUser("twin" + i, ANCHOR);
        }

        // Then
        assertThat(refusalOfFinding(ANCHOR).verdict()).isEqualTo(WritebackVerdict.DUPLICATE_ANCHOR);
    }

    @Test
    void computersAndContactsAreNoAccounts_R_WB_10() throws Exception {
        // Given
        server.addUser("pc1", ANCHOR, new Attribute("objectClass", "top", "user", "computer"));
        server.addUser("c1", ANCHOR, new Attribute("objectClass", "top", "contact"));

        // Then
        assertThat(refusalOfFinding(ANCHOR).verdict()).isEqualTo(WritebackVerdict.USER_NOT_FOUND);
    }

    @Test
    void setsPasswordAndUnlocksInOneWrite_R_WB_32() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("lockoutTime", "132223104000000000"));
        DirectoryAccount account = directory.find(ANCHOR);

        // When
        directory.setPassword(account, NEW, false);

        // Then
        assertThat(server.signsIn("ehagens", NEW.reveal())).isTrue();
        assertThat(server.signsIn("ehagens", TestDirectory.OLD_PASSWORD)).isFalse();
        assertThat(server.attribute("ehagens", "lockoutTime")).isEqualTo("0");
        assertThat(server.behaviour().writes()).hasSize(1);
        assertThat(directory.prove(account, NEW)).isEqualTo(Proof.IN_FORCE);
        assertThat(directory.prove(account, Secret.of(TestDirectory.OLD_PASSWORD)))
                .isEqualTo(Proof.NOT_IN_FORCE);
    }

    @Test
    void changeAndUnlockNeedNoPolicyHints_R_ADP_08() throws Exception {
        try (TestDirectory samba = TestDirectory.startWithControls(folder, "1.2.840.113556.1.4.319")) {
            // Given
            samba.addUser("ehagens", ANCHOR);
            OnPremisesDirectory strict = new OnPremisesDirectory(samba.config(), Clock.systemUTC());

            // When
            strict.changePassword(strict.find(ANCHOR), Secret.of(TestDirectory.OLD_PASSWORD), NEW);
            strict.unlock(strict.find(ANCHOR));

            // Then
            assertThat(samba.signsIn("ehagens", NEW.reveal())).isTrue();
            assertThat(samba.behaviour().writes())
                    .allSatisfy(write -> assertThat(write.getControls()).isEmpty());
            strict.close();
        }
    }

    @Test
    void signInTellsWhatTheDirectorySays_R_EVT_33006() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        DirectoryAccount account = directory.find(ANCHOR);

        // Then
        assertThat(directory.signIn(account, Secret.of(TestDirectory.OLD_PASSWORD)))
                .isEqualTo(SignIn.ACCEPTED);
        assertThat(directory.signIn(account, NEW)).isEqualTo(SignIn.WRONG_PASSWORD);
        assertThat(directory.signIn(account, Secret.of(""))).isEqualTo(SignIn.WRONG_PASSWORD);
        server.set(account.dn(), "lockoutTime", "132223104000000000");
        assertThat(directory.signIn(account, NEW)).isEqualTo(SignIn.LOCKED_OUT);
        server.down();
        assertThatThrownBy(() -> directory.signIn(account, NEW)).isInstanceOf(DirectoryException.class);
        assertThat(directory.prove(account, NEW)).isEqualTo(Proof.UNKNOWN);
    }

    @Test
    void writesQuotedUtf16WithPolicyHints_R_ADP_08() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // When
        directory.setPassword(directory.find(ANCHOR), Secret.of("aé1"), false);

        // Then
        ReadOnlyModifyRequest write = server.behaviour().writes().get(0);
        assertThat(write.getModifications().get(0).getValueByteArrays()[0])
                .containsExactly('"', 0, 'a', 0, 0xe9, 0, '1', 0, '"', 0);
        assertThat(write.getControls()).singleElement().satisfies(control -> {
            assertThat(control.getOID()).isEqualTo("1.2.840.113556.1.4.2239");
            assertThat(control.isCritical()).isTrue();
            assertThat(control.getValue().getValue()).containsExactly(0x30, 3, 2, 1, 1);
        });
    }

    @Test
    void fallsBackToDeprecatedControl_R_ADP_08() throws Exception {
        try (TestDirectory old = TestDirectory.startWithControls(folder, "1.2.840.113556.1.4.2066")) {
            // Given
            old.addUser("ehagens", ANCHOR);
            OnPremisesDirectory toOld = new OnPremisesDirectory(old.config(), Clock.systemUTC());

            // When
            toOld.setPassword(toOld.find(ANCHOR), NEW, false);

            // Then
            assertThat(old.behaviour().writes().get(0).getControls())
                    .extracting(Control::getOID)
                    .containsExactly("1.2.840.113556.1.4.2066");
            toOld.close();
        }
    }

    @Test
    void refusesDirectoryWithoutPolicyHintsUnlessAllowed_R_EVT_6329b() throws Exception {
        try (TestDirectory samba = TestDirectory.startWithControls(folder, "1.2.840.113556.1.4.319")) {
            // Given
            samba.addUser("ehagens", ANCHOR);
            TestConfig strict = samba.config();
            TestConfig lenient =
                    new TestConfig(strict.url(), strict.bindPassword(), strict.certificate(), strict.state(), false);
            OnPremisesDirectory refusing = new OnPremisesDirectory(strict, Clock.systemUTC());
            OnPremisesDirectory allowing = new OnPremisesDirectory(lenient, Clock.systemUTC());

            // When
            DirectoryException refused = catchThrowableOfType(
                    DirectoryException.class, () -> refusing.setPassword(refusing.find(ANCHOR), NEW, false));
            allowing.setPassword(allowing.find(ANCHOR), NEW, false);

            // Then
            assertThat(refused.refusal().verdict()).isEqualTo(WritebackVerdict.POLICY_CONTROL_MISSING);
            assertThat(refused.isInDoubt()).isFalse();
            assertThat(refusing.check().map(Refusal::verdict)).contains(WritebackVerdict.POLICY_CONTROL_MISSING);
            assertThat(samba.behaviour().writes())
                    .singleElement()
                    .satisfies(write -> assertThat(write.getControls()).isEmpty());
            refusing.close();
            allowing.close();
        }
    }

    @Test
    void readsThePolicyOfTheDomain_R_ADP_01() throws Exception {
        // Given
        server.set(TestConfig.BASE_DN, "minPwdLength", "12");
        server.set(TestConfig.BASE_DN, "pwdProperties", "16");
        server.set(TestConfig.BASE_DN, "minPwdAge", "-864000000000");
        server.addUser("ehagens", ANCHOR);

        // Then
        assertThat(directory.policyFor(directory.find(ANCHOR)))
                .isEqualTo(new OnPremisesPolicy(12, false, 24, Duration.ofDays(1)));
    }

    @Test
    void fineGrainedPolicyOverridesTheDomains_R_ADP_01() throws Exception {
        // Given: the domain's policy demands seven characters of three kinds
        server.addUser("strict", ANCHOR, new Attribute("msDS-ResultantPSO", server.addPolicy("long")));
        server.addUser("other", OTHER);
        CheckAccount checkAccount = new CheckAccount(directory, Clock.systemUTC());
        Secret shortAndMixed = Secret.of("Tr0ub4dor");
        Secret longAndPlain = Secret.of("correcthorsebattery");

        // Then
        assertThat(directory.policyFor(directory.find(ANCHOR)))
                .isEqualTo(new OnPremisesPolicy(12, false, 3, Duration.ofDays(2)));
        assertThat(checkAccount.check(Operation.RESET, directory.find(ANCHOR), shortAndMixed))
                .isPresent();
        assertThat(checkAccount.check(Operation.RESET, directory.find(ANCHOR), longAndPlain))
                .isEmpty();
        assertThat(checkAccount.check(Operation.RESET, directory.find(OTHER), shortAndMixed))
                .isEmpty();
        assertThat(checkAccount.check(Operation.RESET, directory.find(OTHER), longAndPlain))
                .isPresent();
    }

    @Test
    void leavesPolicyThatItMayNotReadToTheDirectory_R_ADP_01() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("msDS-ResultantPSO", "CN=hidden," + TestConfig.BASE_DN));

        // Then
        assertThat(directory.policyFor(directory.find(ANCHOR))).isEqualTo(OnPremisesPolicy.LEFT_TO_DIRECTORY);
    }

    @Test
    void refusalOfTheDirectoryIsDefinite_A26() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().refuseNextWrite(ResultCode.REFERRAL, "0000202B: RefErr");
        DirectoryAccount account = directory.find(ANCHOR);

        // When
        DirectoryException refused =
                catchThrowableOfType(DirectoryException.class, () -> directory.setPassword(account, NEW, false));

        // Then
        assertThat(refused.refusal().verdict()).isEqualTo(WritebackVerdict.DIRECTORY_CONFIGURATION);
        assertThat(refused.isInDoubt()).isFalse();
    }

    @Test
    void resultThatIsNoSuccessIsNone_A26() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().refuseNextWrite(ResultCode.NO_OPERATION, "");
        DirectoryAccount account = directory.find(ANCHOR);

        // Then
        assertThatThrownBy(() -> directory.setPassword(account, NEW, false)).isInstanceOf(DirectoryException.class);
    }

    @Test
    void writeWithoutAnswerIsInDoubtAfterThreeSeconds_A26() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().nextWrite(apply -> server.behaviour().hang());
        DirectoryAccount account = directory.find(ANCHOR);
        Instant before = Instant.now();

        // When
        DirectoryException unanswered =
                catchThrowableOfType(DirectoryException.class, () -> directory.setPassword(account, NEW, false));

        // Then
        assertThat(unanswered.isInDoubt()).isTrue();
        assertThat(unanswered.refusal().verdict()).isEqualTo(WritebackVerdict.DIRECTORY_UNREACHABLE);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void isUsedAgainAsSoonAsItIsBack_R_EVT_31034() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        directory.find(ANCHOR);
        server.down();
        assertThat(refusalOfFinding(ANCHOR).verdict()).isEqualTo(WritebackVerdict.DIRECTORY_UNREACHABLE);
        assertThat(directory.lastFault()).isPresent();

        // When
        server.up();

        // Then
        directory.setPassword(directory.find(ANCHOR), NEW, false);
        assertThat(directory.lastFault()).isEmpty();
    }

    @Test
    void needNotBeUpWhenTheAgentStarts_R_EVT_31034() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.down();
        OnPremisesDirectory early = new OnPremisesDirectory(server.config(), Clock.systemUTC());
        assertThat(early.check().map(Refusal::verdict)).contains(WritebackVerdict.DIRECTORY_UNREACHABLE);

        // When
        server.up();

        // Then
        assertThat(early.check()).isEmpty();
        assertThat(early.find(ANCHOR).samAccountName()).isEqualTo("ehagens");
        early.close();
    }

    @Test
    void hostThatAcceptsAndNeverAnswersIsUnreachable_R_EVT_31034() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // Given
            OnPremisesDirectory hung = reaching("ldaps://localhost:" + silent.getLocalPort());
            Instant before = Instant.now();

            // Then
            assertThat(hung.check().map(Refusal::verdict)).contains(WritebackVerdict.DIRECTORY_UNREACHABLE);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
            hung.close();
        }
    }

    @Test
    void refusedServiceAccountIsAFaultOfTheConfiguration_R_EVT_32005() {
        // Given
        TestConfig config = server.config();
        OnPremisesDirectory refused = new OnPremisesDirectory(
                new TestConfig(config.url(), "wrong", config.certificate(), null, true), Clock.systemUTC());

        // Then
        assertThat(refused.check().map(Refusal::verdict)).contains(WritebackVerdict.AGENT_CONFIGURATION);
        DirectoryException failure = catchThrowableOfType(DirectoryException.class, () -> refused.find(ANCHOR));
        assertThat(failure.refusal().verdict()).isEqualTo(WritebackVerdict.AGENT_CONFIGURATION);
        assertThat(failure.refusal().evidence()).containsEntry("ldapResult", 49);
        refused.close();
    }

    @Test
    void trustsThePinnedCertificateOnly_R_WB_31a() throws Exception {
        // Given
        Path other = TestCertificate.in(Files.createDirectory(folder.resolve("other")), "localhost")
                .pem();
        OnPremisesDirectory distrusting = new OnPremisesDirectory(
                new TestConfig(server.url(), TestDirectory.SERVICE_PASSWORD, other, null, true), Clock.systemUTC());

        // Then
        assertThat(distrusting.check().map(Refusal::verdict)).contains(WritebackVerdict.DIRECTORY_UNREACHABLE);
        distrusting.close();
    }

    @Test
    void verifiesTheNameOfTheHost_R_WB_31a() throws Exception {
        try (TestDirectory other = TestDirectory.startNamed(folder, "dc1.example")) {
            // Given: its certificate is trusted and names another host than the one that was asked for
            OnPremisesDirectory misled = new OnPremisesDirectory(other.config(), Clock.systemUTC());

            // Then
            assertThat(misled.check().map(Refusal::verdict)).contains(WritebackVerdict.DIRECTORY_UNREACHABLE);
            misled.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://localhost:389", "localhost:636", "", "https://localhost", "ldaps://"})
    void refusesToStartWithoutTls_R_WB_31a(String url) {
        assertThatThrownBy(() -> reaching(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SSPR_LDAP_URL");
    }

    @Test
    void refusesToStartWithoutCertificates_R_WB_31a() throws Exception {
        // Given
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        // Then
        for (Path useless : new Path[] {empty, folder.resolve("missing.pem"), folder}) {
            TestConfig config = new TestConfig(server.url(), "x", useless, null, true);
            assertThatThrownBy(() -> new OnPremisesDirectory(config, Clock.systemUTC()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("SSPR_LDAP_CERTIFICATE");
        }
    }

    private OnPremisesDirectory reaching(String url) {
        TestConfig config = server.config();
        return new OnPremisesDirectory(
                new TestConfig(url, config.bindPassword(), config.certificate(), null, true), Clock.systemUTC());
    }

    private Refusal refusalOfFinding(byte[] anchor) {
        return catchThrowableOfType(DirectoryException.class, () -> directory.find(anchor))
                .refusal();
    }
}
