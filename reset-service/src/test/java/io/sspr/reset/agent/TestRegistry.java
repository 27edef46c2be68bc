package io.sspr.reset.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.contract.Fact;
import io.sspr.contract.seal.Signature;
import io.sspr.outbox.RememberedFacts;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.writeback.AgentReachability;
import io.sspr.reset.writeback.TestAgents;
import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;

/** Agents, their keys and their tokens in memory, with a clock that a test moves. */
final class TestRegistry {
    static final String TENANT = "contoso";

    Instant now = Instant.parse("2026-11-22T09:30:00Z");
    final TestAgentKeys keys = new TestAgentKeys();
    final RememberedFacts outbox = new RememberedFacts();
    final Map<UUID, Account> accounts = new HashMap<>();
    final Tokens tokens = new Tokens();
    private final Clock clock = new MovingClock();
    private final AgentFacts facts = new AgentFacts(outbox, clock);
    private final TestAgents statuses = new TestAgents(AgentReachability.READY);

    RegisterAgent registerAgent() {
        return new RegisterAgent(keys, statuses, facts, clock);
    }

    OnboardAgent onboardAgent() {
        return new OnboardAgent(tokens, registerAgent(), new AnyTenant(), new Directory(), clock);
    }

    RollAgentKeys rollAgentKeys() {
        return new RollAgentKeys(keys, new AnyTenant(), facts, clock);
    }

    OffboardAgent offboardAgent() {
        return new OffboardAgent(keys, statuses, new AnyTenant(), facts, clock);
    }

    IssueOnboardingToken issueOnboardingToken() {
        return new IssueOnboardingToken(tokens, new Directory(), facts, clock);
    }

    List<Fact> facts() {
        return outbox.facts();
    }

    void moveOn(Duration by) {
        now = now.plus(by);
    }

    static JsonNode json(PublicJsonWebKey key) {
        try {
            return new ObjectMapper().readTree(key.toJson());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] signed(byte[] body, PublicJsonWebKey key) {
        return Signature.sign(body, key).getBytes(StandardCharsets.US_ASCII);
    }

    /** One token per hash; whether it was used is remembered. */
    @Vetoed
    final class Tokens extends OnboardingTokens {
        private final Map<String, Good> good = new HashMap<>();
        private final Map<String, Instant> ends = new HashMap<>();

        Tokens() {
            super(null);
        }

        @Override
        void store(byte[] hash, String tenant, UUID issuedBy, Instant issuedAt, Instant expiresAt) {
            good.put(Arrays.toString(hash), new Good(tenant, issuedBy));
            ends.put(Arrays.toString(hash), expiresAt);
        }

        @Override
        Optional<Good> lock(byte[] hash, Instant at) {
            return Optional.ofNullable(good.get(Arrays.toString(hash)))
                    .filter(token -> ends.get(Arrays.toString(hash)).isAfter(at));
        }

        @Override
        void use(byte[] hash, String agent, Instant at) {
            good.remove(Arrays.toString(hash));
        }

        @Override
        void forget(Instant oldest) {}
    }

    @Vetoed
    private static final class AnyTenant extends Tenants {
        @Override
        public Tenant lock(String id) {
            return null;
        }
    }

    @Vetoed
    private final class Directory extends Accounts {
        @Override
        public Account findById(UUID id) {
            return accounts.get(id);
        }

        @Override
        public Optional<Account> findByIdOptional(UUID id) {
            return Optional.ofNullable(accounts.get(id));
        }
    }

    private final class MovingClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalArgumentException("UTC only");
        }
    }
}
