package io.sspr.reset.it;

import io.restassured.response.Response;
import io.sspr.contract.Message;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.contract.agent.MessageDistrusted;
import org.jose4j.jwk.PublicJsonWebKey;

/** What the tests of agents' coming and going share. */
abstract class AgentWalk extends ResetWalk {
    static final String AGENTS = "/api/v1/admin/agents";

    /** The fact about a message that was passed over. */
    Message<MessageDistrusted> distrusted(Message<?> message) {
        return broker.await(
                MessageDistrusted.class, fact -> fact.event().message().equals(message.id()));
    }

    String token() {
        return asAdministrator().post(AGENTS + "/onboarding-tokens").path("token");
    }

    PlayedAgent onboarded(String name) {
        PlayedAgent agent = PlayedAgent.named(name);
        agent.onboard(token()).then().statusCode(201);
        return agent;
    }

    Response agents() {
        return asAdministrator().get(AGENTS);
    }

    /** What the agent's last heartbeat said; null before the first one. */
    String version(String agent) {
        return agents().path("agents.find { it.name == '" + agent + "' }.version");
    }

    Message<AgentHeartbeat> beat(String agent, String version, PublicJsonWebKey signer) {
        Message<AgentHeartbeat> beat =
                message(new AgentHeartbeat(agent, version, clock.instant(), Health.HEALTHY, null), agent);
        broker.send(beat, signer);
        return beat;
    }
}
