package io.sspr.agent.directory;

/**
 * What one domain controller says about an account and a password at one moment.
 *
 * @param proof of that password
 */
public record Sighting(DirectoryAccount account, Proof proof) {}
