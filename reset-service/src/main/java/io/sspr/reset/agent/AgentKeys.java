package io.sspr.reset.agent;

import io.sspr.contract.seal.BrokenSealException;
import io.sspr.reset.agent.AgentKey.Use;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The public keys of all tenants' agents. Whoever changes those of a tenant locks the tenant first. Source: R-WB-20, R-WB-24, R-WB-25. */
@ApplicationScoped
public class AgentKeys {
    private final DataSource dataSource;

    AgentKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether an agent has exchanged keys with the cloud side, and was not offboarded since. Source: R-CHK-09. */
    public boolean isOnboarded(String tenant) {
        return !toSealTo(tenant).isEmpty();
    }

    /** To which passwords are sealed, one key for each of the tenant's agents; empty until one is onboarded. */
    public List<PublicJsonWebKey> toSealTo(String tenant) {
        return ofTenant(tenant).stream()
                .filter(key -> key.use() == Use.ENCRYPTION && key.isCurrent())
                .map(AgentKey::jwk)
                .toList();
    }

    /** Whether the tenant has an agent of this name, or agents whose names it did not tell. */
    public boolean speakFor(String tenant, String agent) {
        return ofTenant(tenant).stream().anyMatch(key -> key.speaksFor(agent));
    }

    /**
     * The key of the tenant's agents with which a message was signed: a current one, or one retired not long before {@code now}.
     *
     * @param signature null without one
     * @throws BrokenSealException if it was signed with none of them
     */
    public AgentKey signerOf(byte[] body, byte[] signature, String tenant, Instant now) throws BrokenSealException {
        return AgentKey.signerOf(
                body,
                signature,
                ofTenant(tenant).stream()
                        .filter(key -> key.provesMessagesAt(now))
                        .toList());
    }

    /** Of all agents, current and retired, by agent and age. */
    List<AgentKey> ofTenant(String tenant) {
        String sql = "select * from agent_key where tenant_id = ? order by agent, registered_at, use, kid";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant);
            try (ResultSet row = select.executeQuery()) {
                List<AgentKey> keys = new ArrayList<>();
                while (row.next()) {
                    keys.add(read(row));
                }
                return keys;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the agents' keys cannot be read", e);
        }
    }

    void add(Collection<AgentKey> keys) {
        String sql = "insert into agent_key (tenant_id, agent, use, kid, jwk, registered_at) values (?, ?, ?, ?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (AgentKey key : keys) {
                insert.setString(1, key.tenant());
                insert.setString(2, key.agent());
                insert.setString(3, key.use().name());
                insert.setString(4, key.kid());
                insert.setString(5, key.jwk().toJson());
                insert.setTimestamp(6, Timestamp.from(key.registeredAt()));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("an agent's keys cannot be stored", e);
        }
    }

    /** Makes an agent's current keys former ones, and forgets those that nobody believes any more. */
    void retire(String tenant, String agent, Instant now) {
        update(
                "delete from agent_key where tenant_id = ? and agent = ? and retired_at <= ?",
                tenant,
                agent,
                now.minus(AgentKey.BELIEVED_AFTER_RETIREMENT));
        update(
                "update agent_key set retired_at = ? where retired_at is null and tenant_id = ? and agent = ?",
                now,
                tenant,
                agent);
    }

    /** Forgets all of an agent's keys; false if it had none. */
    boolean remove(String tenant, String agent) {
        return update("delete from agent_key where tenant_id = ? and agent = ?", tenant, agent) > 0;
    }

    private int update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i] instanceof Instant at ? Timestamp.from(at) : values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the agents' keys cannot be changed", e);
        }
    }

    private static AgentKey read(ResultSet row) throws SQLException {
        return new AgentKey(
                row.getString("tenant_id"),
                row.getString("agent"),
                Use.valueOf(row.getString("use")),
                parse(row.getString("jwk")),
                row.getTimestamp("registered_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("retired_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null));
    }

    private static PublicJsonWebKey parse(String jwk) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("a key that was accepted cannot be read", e);
        }
    }
}
