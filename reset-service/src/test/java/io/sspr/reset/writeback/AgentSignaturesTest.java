package io.sspr.reset.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Message;
import io.sspr.contract.Topics;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.contract.seal.BrokenSealException.Fault;
import io.sspr.contract.seal.Signature;
import io.sspr.reset.agent.AgentKey;
import io.sspr.reset.agent.TestAgentKeys;
import io.sspr.reset.agent.TestReports;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

class AgentSignaturesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final PublicJsonWebKey RSA = TestAgentKeys.rsa("rsa-1");
    private static final PublicJsonWebKey FIRST = TestAgentKeys.ec("ec-1");
    private static final PublicJsonWebKey SECOND = TestAgentKeys.ec("ec-2");

    private final TestAgentKeys keys = new TestAgentKeys();
    private final TestReports reports = new TestReports();

    @Test
    void theSignatureNamesTheAgent_R_WB_24() {
        keys.register("contoso", "agent-1", RSA, FIRST);
        keys.register("contoso", "agent-2", RSA, SECOND);

        assertThat(signerOf("contoso", "contoso", SECOND)).map(AgentKey::agent).contains("agent-2");
        assertThat(reports.faults()).isEmpty();
    }

    @Test
    void aKeyOfTheSameNameIsNotTheKey_R_EVT_32008() {
        keys.register("contoso", "agent-1", RSA, FIRST);
        keys.register("contoso", "agent-2", RSA, SECOND);

        assertThat(signerOf("contoso", "contoso", TestAgentKeys.ec("ec-1"))).isEmpty();
        assertThat(reports.faults()).containsExactly(Fault.NOT_AUTHENTIC);
    }

    @Test
    void anotherTenantsAgentIsNobodyHere_R_WB_21() {
        keys.register("northwind", "agent-1", RSA, FIRST);

        assertThat(signerOf("contoso", "contoso", FIRST)).isEmpty();
        assertThat(signerOf("contoso", "northwind", FIRST)).isEmpty();
        assertThat(signerOf("northwind", "contoso", FIRST)).isEmpty();
        assertThat(signerOf("northwind", "northwind", FIRST)).isPresent();
        assertThat(reports.faults()).containsExactly(Fault.KEY_MISMATCH, Fault.KEY_MISMATCH, Fault.KEY_MISMATCH);
    }

    @Test
    void whatIsNotSignedIsNotBelieved_R_EVT_32008() {
        keys.register("contoso", "agent-1", RSA, FIRST);

        assertThat(signerOf("contoso", "contoso", null)).isEmpty();
        assertThat(reports.faults()).containsExactly(Fault.NOT_AUTHENTIC);
    }

    /** @param signer null for none */
    private Optional<AgentKey> signerOf(String topicOf, String tenant, PublicJsonWebKey signer) {
        Message<AgentHeartbeat> message = new Message<>(
                UUID.randomUUID(),
                NOW,
                "/writeback-agent",
                tenant,
                "agent-1",
                null,
                new AgentHeartbeat("agent-1", "1", NOW, Health.HEALTHY, null));
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(Topics.AGENT_EVENTS.of(topicOf), 0, 0, "agent-1", message.body());
        if (signer != null) {
            record.headers()
                    .add(
                            Signature.HEADER,
                            Signature.sign(message.body(), signer).getBytes(StandardCharsets.US_ASCII));
        }
        return new AgentSignatures(keys, reports, Clock.fixed(NOW, ZoneOffset.UTC)).signerOf(record, message);
    }
}
