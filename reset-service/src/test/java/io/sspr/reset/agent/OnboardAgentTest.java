package io.sspr.reset.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Person;
import io.sspr.contract.agent.AgentOnboarded;
import io.sspr.contract.agent.OnboardingTokenIssued;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnboardAgentTest {
    private static final PublicJsonWebKey RSA = TestAgentKeys.rsa("rsa-1");
    private static final PublicJsonWebKey EC = TestAgentKeys.ec("ec-1");
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final TestRegistry registry = new TestRegistry();

    @Test
    void aTokenLetsOneAgentIn_R_WB_20() {
        Account helen = administrator(AccountKind.CLOUD_ONLY);

        AgentOutcome outcome = onboard(token(helen), "agent-1", RSA, EC, EC);

        assertThat(outcome.isDone()).isTrue();
        assertThat(outcome.tenant()).isEqualTo(TestRegistry.TENANT);
        assertThat(registry.keys.toSealTo(TestRegistry.TENANT))
                .extracting(PublicJsonWebKey::getKeyId)
                .containsExactly("rsa-1");
        assertThat(registry.facts())
                .contains(new AgentOnboarded("agent-1", helen.person(null), List.of("rsa-1", "ec-1")))
                .hasAtLeastOneElementOfType(OnboardingTokenIssued.class);
    }

    @Test
    void aTokenIsGoodOnce_R_WB_20() {
        String token = token(administrator(AccountKind.CLOUD_ONLY));
        onboard(token, "agent-1", RSA, EC, EC);

        AgentOutcome again = onboard(token, "agent-2", TestAgentKeys.rsa("rsa-2"), TestAgentKeys.ec("ec-2"), null);

        assertThat(again.problem()).isEqualTo(ProblemName.AGENT_NOT_RECOGNISED);
        PublicJsonWebKey other = TestAgentKeys.ec("ec-2");
        assertThat(onboard(token, "agent-2", TestAgentKeys.rsa("rsa-2"), other, other)
                        .problem())
                .isEqualTo(ProblemName.ONBOARDING_REFUSED);
    }

    @Test
    void aTokenIsGoodForAnHour_R_WB_20() {
        String token = token(administrator(AccountKind.CLOUD_ONLY));
        registry.moveOn(Duration.ofHours(1));

        assertThat(onboard(token, "agent-1", RSA, EC, EC).problem()).isEqualTo(ProblemName.ONBOARDING_REFUSED);
    }

    @Test
    void aTokenIsWorthNoMoreThanWhoAskedForIt_R_WB_20() {
        Account helen = administrator(AccountKind.CLOUD_ONLY);
        String token = token(helen);
        registry.accounts.put(
                helen.id(),
                TestDirectory.account()
                        .roles(Role.GLOBAL_ADMINISTRATOR)
                        .disabled()
                        .build());

        assertThat(onboard(token, "agent-1", RSA, EC, EC).problem()).isEqualTo(ProblemName.ONBOARDING_REFUSED);
    }

    @Test
    void whoeverDoesNotHoldTheKeyIsNotLetInAndUsesNoTokenUp_R_WB_20() {
        String token = token(administrator(AccountKind.CLOUD_ONLY));

        assertThat(onboard(token, "agent-1", RSA, EC, TestAgentKeys.ec("ec-1")).problem())
                .isEqualTo(ProblemName.AGENT_NOT_RECOGNISED);
        assertThat(onboard(token, "agent-1", RSA, EC, EC).isDone()).isTrue();
    }

    @Test
    void anAgentOfTheSameNameIsReplaced_R_WB_20() {
        Account helen = administrator(AccountKind.CLOUD_ONLY);
        onboard(token(helen), "agent-1", RSA, EC, EC);
        PublicJsonWebKey other = TestAgentKeys.ec("ec-2");

        onboard(token(helen), "agent-1", TestAgentKeys.rsa("rsa-2"), other, other);

        assertThat(registry.keys.ofTenant(TestRegistry.TENANT))
                .extracting(AgentKey::kid)
                .containsExactlyInAnyOrder("rsa-2", "ec-2");
    }

    @Test
    void theKidOfAnotherAgentCannotBeTaken() {
        Account helen = administrator(AccountKind.CLOUD_ONLY);
        onboard(token(helen), "agent-1", RSA, EC, EC);
        PublicJsonWebKey fake = TestAgentKeys.ec("ec-1");

        assertThat(onboard(token(helen), "agent-2", TestAgentKeys.rsa("rsa-2"), fake, fake)
                        .faults())
                .containsExactly(new Fault("signingKey", "agent.keyTaken"));
    }

    @Test
    void thereAreSixAgentsAtMost_R_WB_31d() {
        Account helen = administrator(AccountKind.CLOUD_ONLY);
        for (int i = 0; i < RegisterAgent.MAX_AGENTS; i++) {
            PublicJsonWebKey ec = TestAgentKeys.ec("e" + i);
            RSA.setKeyId("r" + i);
            assertThat(onboard(token(helen), "agent-" + i, RSA, ec, ec).isDone())
                    .isTrue();
        }
        RSA.setKeyId("rsa-1");

        assertThat(onboard(token(helen), "agent-x", RSA, EC, EC).faults())
                .containsExactly(new Fault("encryptionKey", "agent.tooMany"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "imported", "-x", "a b", "a/b", "エージェント"})
    void aNameIsPlain(String name) {
        assertThat(onboard("token", name, RSA, EC, EC).faults()).containsExactly(new Fault("agent", "agent.name"));
    }

    @Test
    void everyBadPartIsNamed() {
        OnboardingRequest empty = new OnboardingRequest(null, null, null, null);

        assertThat(registry.onboardAgent().onboard(empty, BODY, null).faults())
                .containsExactly(
                        new Fault("token", "import.missing"),
                        new Fault("agent", "agent.name"),
                        new Fault("encryptionKey", "import.encryptionKey"),
                        new Fault("signingKey", "import.signingKey"));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoseCredentialTheCloudHoldsGetsAToken_R_WB_20(AccountKind kind) {
        Optional<OnboardingToken> token = issue(administrator(kind));

        assertThat(token.isPresent()).isEqualTo(kind.isHeldInCloud());
    }

    @Test
    void aTokenDoesNotShowInLogs() {
        OnboardingToken token = issue(administrator(AccountKind.CLOUD_ONLY)).orElseThrow();

        assertThat(token.token()).hasSize(43);
        assertThat(token.toString()).doesNotContain(token.token());
        assertThat(new OnboardingRequest(token.token(), "a", null, null).toString())
                .doesNotContain(token.token());
    }

    private Account administrator(AccountKind kind) {
        Account account = TestDirectory.account()
                .kind(kind)
                .roles(Role.GLOBAL_ADMINISTRATOR)
                .build();
        registry.accounts.put(account.id(), account);
        return account;
    }

    private String token(Account administrator) {
        return issue(administrator).orElseThrow().token();
    }

    private Optional<OnboardingToken> issue(Account account) {
        Person person = account.person("203.0.113.8");
        return registry.issueOnboardingToken()
                .issue(new Caller(TestRegistry.TENANT, person, Set.copyOf(account.roles()), true, UUID.randomUUID()));
    }

    /** @param signer null for no signature */
    private AgentOutcome onboard(
            String token, String agent, PublicJsonWebKey rsa, PublicJsonWebKey ec, PublicJsonWebKey signer) {
        OnboardingRequest request = new OnboardingRequest(token, agent, TestRegistry.json(rsa), TestRegistry.json(ec));
        return registry.onboardAgent()
                .onboard(request, BODY, signer == null ? null : TestRegistry.signed(BODY, signer));
    }
}
