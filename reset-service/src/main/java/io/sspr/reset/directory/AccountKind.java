package io.sspr.reset.directory;

/** Where an account's password is mastered and checked. Source: R-WB-01 … R-WB-04. */
public enum AccountKind {
    /** Mastered in the cloud. */
    CLOUD_ONLY,
    /** Mastered on-premises; the cloud holds a hash as well. */
    PASSWORD_HASH_SYNC,
    /** Mastered on-premises and checked there. */
    PASS_THROUGH,
    /** Mastered on-premises; sign-in is delegated. */
    FEDERATED;

    /** Whether a new password has to be written back. */
    public boolean isManagedOnPremises() {
        return this != CLOUD_ONLY;
    }

    /** Whether the cloud can check the password itself. */
    public boolean isHeldInCloud() {
        return this == CLOUD_ONLY || this == PASSWORD_HASH_SYNC;
    }
}
