package io.sspr.contract.writeback;

import io.sspr.contract.SsprCode;

/**
 * Why the on-premises side did not do what it was asked for: event number → code → reason, in one table. The numbers are those that Azure AD Connect writes
 * to its event log, so that known runbooks keep working. {@link #PASSWORD_POLICY} is the one reason that leaves the user on the password page.
 * Source: R-EVT-31001 … R-EVT-TMO.
 */
public enum WritebackVerdict {
    /** Length, complexity, name tokens, history, minimum age or a filter. */
    PASSWORD_POLICY(33008, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),

    /** The directory answered something that has no row of its own. */
    DIRECTORY_ERROR(33001, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    /** No object has the account's anchor: deleted, or out of scope. */
    USER_NOT_FOUND(33002, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    /** More than one object has the account's anchor. */
    DUPLICATE_ANCHOR(33003, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    /** The agent's service account may not reset this password. */
    NO_RIGHTS(33004, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    /** A privileged account (adminCount=1): never reset or unlocked by writeback, by design. */
    PROTECTED_ACCOUNT(33004, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    ACCOUNT_DISABLED(33005, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    /** Too many wrong passwords. The answer to a change or a verification; a reset unlocks. */
    ACCOUNT_LOCKED_OUT(33006, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    /** The current password of a change, or the one to be verified, is wrong: the user's mistake, and no fault of the system. */
    INCORRECT_PASSWORD(33007, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    DIRECTORY_CONFIGURATION(33009, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    /** The directory does not offer the policy-hints control. */
    POLICY_CONTROL_MISSING(6329, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),

    UNKNOWN_ERROR(32000, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    INVALID_REQUEST(32003, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    /** The password was sealed to a key that this agent does not hold. */
    KEY_MISMATCH(32004, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    AGENT_CONFIGURATION(32005, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    AGENT_CONFIGURATION_UPDATE(32007, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    /** What arrived does not come from reset-service. */
    NOT_AUTHENTIC(32008, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),
    CRYPTO_ERROR(32010, SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED),

    DIRECTORY_UNREACHABLE(31034, SsprCode.ON_PREMISES_CONNECTIVITY_ERROR),
    AGENT_HOST_DOWN(31044, SsprCode.ON_PREMISES_CONNECTIVITY_ERROR),
    SERVICE_UNREACHABLE(32001, SsprCode.ON_PREMISES_CONNECTIVITY_ERROR),
    BROKER_UNREACHABLE(32002, SsprCode.ON_PREMISES_CONNECTIVITY_ERROR),
    AGENT_NOT_STARTED(6800, SsprCode.ON_PREMISES_CONNECTIVITY_ERROR),
    /** No result, or no chance to act, before the request expired; the event number is our own since the guide has none. */
    EXPIRED(0, SsprCode.ON_PREMISES_CONNECTIVITY_ERROR);

    private final int eventId;
    private final SsprCode code;

    WritebackVerdict(int eventId, SsprCode code) {
        this.eventId = eventId;
        this.code = code;
    }

    public int eventId() {
        return eventId;
    }

    /** 29 or 30. */
    public SsprCode code() {
        return code;
    }

    /** Whether the user may try another password in the same session. Source: R-ERR-97. */
    public boolean userMayChooseAnotherPassword() {
        return this == PASSWORD_POLICY;
    }
}
