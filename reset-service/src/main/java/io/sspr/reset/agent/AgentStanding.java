package io.sspr.reset.agent;

/**
 * How the connection to an agent, or to a tenant's agents as a whole, stands, as an administrator is shown it; the best first. Source: R-WB-51.
 *
 * <p>Derived as follows, the first line that holds; <i>late</i> means that there was no heartbeat for 11 minutes (R-WB-22):
 *
 * <table>
 * <caption>What an agent's standing is derived from</caption>
 * <tr><th>Keys exchanged</th><th>Heartbeat</th><th>Own broker</th><th>Agent says</th><th>Agent's version</th><th>Standing</th></tr>
 * <tr><td>no</td><td>any</td><td>any</td><td>any</td><td>any</td><td>{@link #NOT_CONFIGURED}</td></tr>
 * <tr><td>yes</td><td>late or none</td><td>away</td><td>any</td><td>any</td><td>{@link #CANNOT_CONNECT_MAYBE_OUR_SIDE}</td></tr>
 * <tr><td>yes</td><td>late or none</td><td>there</td><td>any</td><td>any</td><td>{@link #CANNOT_CONNECT}</td></tr>
 * <tr><td>yes</td><td>in time</td><td>any</td><td>configuration fault</td><td>any</td><td>{@link #NOT_CONFIGURED}</td></tr>
 * <tr><td>yes</td><td>in time</td><td>any</td><td>healthy</td><td>unreadable, or of a former main version</td><td>{@link #UNKNOWN_AGENT_OUTDATED}</td></tr>
 * <tr><td>yes</td><td>in time</td><td>any</td><td>healthy</td><td>older than this service's</td><td>{@link #UP_AGENT_OUTDATED}</td></tr>
 * <tr><td>yes</td><td>in time</td><td>any</td><td>healthy</td><td>this service's, or newer</td><td>{@link #UP}</td></tr>
 * </table>
 *
 * <p>A tenant stands as the best of its agents, since one that works is enough; without any it is NOT_CONFIGURED.
 */
public enum AgentStanding {
    /** Connected. */
    UP,
    /** Connected; an upgrade is advised. */
    UP_AGENT_OUTDATED,
    /** Connected, but too old to tell how it does. */
    UNKNOWN_AGENT_OUTDATED,
    /** No agent is onboarded, or it says that its configuration is at fault. */
    NOT_CONFIGURED,
    /** Not heard of, and it may be our fault: our own broker cannot be reached. Temporary. */
    CANNOT_CONNECT_MAYBE_OUR_SIDE,
    /** Not heard of. */
    CANNOT_CONNECT;

    public boolean isUpToDate() {
        return this == UP;
    }

    /** Whether there is an agent that can be asked. */
    public boolean isConnected() {
        return this == UP || this == UP_AGENT_OUTDATED || this == UNKNOWN_AGENT_OUTDATED;
    }
}
