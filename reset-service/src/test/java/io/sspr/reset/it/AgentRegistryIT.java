package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Message;
import io.sspr.contract.Topics;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentKeysRolled;
import io.sspr.contract.agent.AgentOffboarded;
import io.sspr.contract.agent.AgentOnboarded;
import io.sspr.contract.agent.MessageDistrusted;
import io.sspr.contract.agent.OnboardingTokenIssued;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.BrokenSealException.Fault;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

/** How agents come, change their keys and go, on a real broker and database; the test plays the agents. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AgentRegistryIT extends AgentWalk {

    @Test
    void aTokenLetsOneAgentInOnce_R_WB_20() {
        PlayedAgent agent = PlayedAgent.named("dc-1");
        Response token = asAdministrator().post(AGENTS + "/onboarding-tokens");
        assertThat(token.statusCode()).isEqualTo(201);
        assertThat(token.<String>path("tenant")).isEqualTo(tenant);

        Response let = agent.onboard(token.path("token"));

        assertThat(let.statusCode()).isEqualTo(201);
        assertThat(let.<String>path("tenant")).isEqualTo(tenant);
        assertThat(let.<String>path("agent")).isEqualTo("dc-1");
        assertThat(let.<String>path("resetServiceKey.crv")).isEqualTo("P-256");
        assertThat(let.<String>path("resetServiceKey.d")).isNull();
        Message<AgentOnboarded> fact = broker.await(
                AgentOnboarded.class,
                sent -> sent.tenant().equals(tenant) && sent.event().agent().equals("dc-1"));
        assertThat(fact.event().keys()).containsExactly("dc-1-e", "dc-1-s");
        assertThat(fact.event().by().userPrincipalName()).isEqualTo("admin@" + domain());
        broker.await(OnboardingTokenIssued.class, sent -> sent.tenant().equals(tenant));
        assertThat(problem(PlayedAgent.named("dc-2").onboard(token.path("token"))))
                .isEqualTo("OnboardingRefused");
        assertThat(problem(agent.onboard(token.path("token")))).isEqualTo("OnboardingRefused");
    }

    @Test
    void aTokenIsGoodForAnHour_R_WB_20() {
        String token = token();
        clock.moveOn(Duration.ofMinutes(61));

        Response late = PlayedAgent.named("dc-1").onboard(token);

        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(problem(late)).isEqualTo("OnboardingRefused");
    }

    @Test
    void anAgentProvesThatItHoldsItsKey_R_WB_20() {
        PlayedAgent agent = PlayedAgent.named("dc-1");
        String token = token();

        Response stranger = agent.onboard(token, Surroundings.ec("dc-1-s"));

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(problem(stranger)).isEqualTo("AgentNotRecognised");
        assertThat(agent.onboard(token).statusCode()).isEqualTo(201);
    }

    @Test
    void whatIsWrongWithAKeyIsSaid() {
        PlayedAgent mute = new PlayedAgent("dc-1", Surroundings.ec("e"), Surroundings.ec("s"));

        Response rejected = mute.onboard(token());

        assertThat(rejected.statusCode()).isEqualTo(422);
        assertThat(rejected.<List<String>>path("errors.where")).containsExactly("encryptionKey");
        Response empty = PlayedAgent.post("/api/v1/agents", "null", mute.signing());
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(problem(empty)).isEqualTo("MalformedRequest");
    }

    @Test
    void whoeverIsVouchedForByTheOrganisationGetsNoToken_R_WB_20() {
        String row = "{\"userPrincipalName\": \"second@%%s\", \"kind\": \"%s\","
                + " \"licences\": [\"ENTRA_P1\"], \"roles\": [\"Global Administrator\"]%s}";
        importAccounts(row.formatted("CLOUD_ONLY", ", \"password\": \"" + PASSWORD + "\""));
        RequestSpecification second = asSignedIn("second");
        importAccounts(row.formatted("PASS_THROUGH", ", \"cloudAnchor\": \"AAECAwQFBgcICQoLDA0OEA==\""));

        Response refused = second.post(AGENTS + "/onboarding-tokens");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(problem(refused)).isEqualTo("OnboardingNotAllowed");
    }

    @Test
    void anAgentThatComesAgainIsReplaced_R_WB_20_R_EVT_32008() {
        PlayedAgent lost = onboarded("dc-1");
        PlayedAgent found = lost.rolled();

        assertThat(found.onboard(token()).statusCode()).isEqualTo(201);

        assertThat(agents().<List<List<String>>>path("agents.keys")).contains(List.of("dc-1-e'", "dc-1-s'"));
        Message<AgentHeartbeat> beat = beat("dc-1", "7", lost.signing());
        assertThat(distrusted(beat).event().fault()).isEqualTo(Fault.KEY_MISMATCH);
        assertThat(version("dc-1")).isNull();
    }

    @Test
    void aPasswordIsSealedToEveryAgent_R_WB_31a() throws BrokenSealException {
        PlayedAgent first = onboarded("dc-1");
        PlayedAgent second = onboarded("dc-2");
        Response begun = atPasswordPage("federated");
        submit(begun).then().statusCode(202);

        WritebackRequest request = request(begun).event();

        assertThat(request.requestedAt()).isNotNull();
        for (PublicJsonWebKey key : List.of(first.encryption(), second.encryption(), Surroundings.AGENT)) {
            assertThat(Seal.open(request.sealedPassword(), request.sealContext(), key, clock.instant())
                            .reveal())
                    .isEqualTo(PASSWORD);
        }
    }

    @Test
    void aFormerKeyIsBelievedForADay_R_WB_24() {
        PlayedAgent agent = onboarded("dc-1");
        PlayedAgent next = agent.rolled();

        assertThat(agent.roll(tenant, next, clock.instant()).statusCode()).isEqualTo(200);
        assertThat(agent.roll(tenant, next, clock.instant()).statusCode()).isEqualTo(200);

        broker.await(AgentKeysRolled.class, fact -> fact.tenant().equals(tenant));
        beat("dc-1", "7", agent.signing());
        await().atMost(SOON).until(() -> "7".equals(version("dc-1")));
        assertThat(problem(agent.roll(tenant, next.rolled(), clock.instant()))).isEqualTo("AgentNotRecognised");

        clock.moveOn(Duration.ofHours(24));
        distrusted(beat("dc-1", "8", agent.signing()));
        beat("dc-1", "9", next.signing());
        await().atMost(SOON).until(() -> "9".equals(version("dc-1")));
    }

    @Test
    void nobodyBeatsInAnothersName() {
        PlayedAgent first = onboarded("dc-1");
        onboarded("dc-2");

        beat("dc-2", "7", first.signing());
        beat("dc-1", "8", first.signing());

        await().atMost(SOON).until(() -> "8".equals(version("dc-1")));
        assertThat(version("dc-2")).isNull();
    }

    @Test
    void withoutAnyAgentThereIsNoWriteback_R_WB_25_R_CHK_09() {
        PlayedAgent agent = onboarded("dc-1");

        asAdministrator().delete(AGENTS + "/imported").then().statusCode(204);
        assertThat(agent.leave(tenant, clock.instant()).statusCode()).isEqualTo(204);

        assertThat(problem(tryToBegin("federated"))).isEqualTo("SSPR_0010");
        assertThat(agents().<String>path("status")).isEqualTo("NOT_CONFIGURED");
        assertThat(agents().<List<Object>>path("agents")).isEmpty();
        Message<AgentOffboarded> byAdmin = broker.await(
                AgentOffboarded.class,
                fact -> fact.tenant().equals(tenant) && fact.event().agent().equals("imported"));
        assertThat(byAdmin.event().by().userPrincipalName()).isEqualTo("admin@" + domain());
        assertThat(problem(agent.leave(tenant, clock.instant()))).isEqualTo("AgentNotRecognised");
        assertThat(problem(asAdministrator().delete(AGENTS + "/dc-1"))).isEqualTo("NotFound");
    }

    @Test
    void theStandingIsThatOfTheBestAgent_R_WB_51() {
        asAdministrator().delete(AGENTS + "/imported").then().statusCode(204);
        PlayedAgent first = onboarded("dc-1");
        onboarded("dc-2");
        assertThat(agents().<String>path("status")).isEqualTo("CANNOT_CONNECT");

        beat("dc-1", "0.0.9", first.signing());
        await().atMost(SOON).until(() -> agents().path("status").equals("UP_AGENT_OUTDATED"));
        beat("dc-1", "99.0.0", first.signing());
        await().atMost(SOON).until(() -> agents().path("status").equals("UP"));

        assertThat(agents().<List<String>>path("agents.status")).containsExactly("UP", "CANNOT_CONNECT");
        clock.moveOn(Duration.ofMinutes(11));
        assertThat(agents().<String>path("status")).isEqualTo("CANNOT_CONNECT");
    }

    @Test
    void aForgedResultIsToldOnce_R_EVT_32008() {
        Response begun = atPasswordPage("federated");
        submit(begun);
        Message<WritebackRequest> request = request(begun);
        WritebackResult success = WritebackResult.success(request.event(), "agent-1", Map.of());

        answer(request, success, Surroundings.STRANGER);
        answer(request, success, Surroundings.STRANGER);
        answer(
                request,
                WritebackResult.refused(request.event(), "agent-1", WritebackVerdict.NO_RIGHTS, Map.of()),
                Surroundings.AGENT_SIGNING);

        await().atMost(SOON).until(() -> state(begun).equals("REFUSED"));
        MessageDistrusted told =
                broker.await(MessageDistrusted.class, this::isOfTenant).event();
        assertThat(told.topic()).isEqualTo(Topics.WRITEBACK_RESULTS.of(tenant));
        assertThat(told.fault()).isEqualTo(Fault.NOT_AUTHENTIC);
        assertThat(broker.all(MessageDistrusted.class, this::isOfTenant)).hasSize(1);
    }

    private boolean isOfTenant(Message<?> message) {
        return message.tenant().equals(tenant);
    }
}
