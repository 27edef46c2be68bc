package io.sspr.agent.eventlog;

import io.sspr.contract.agent.AgentEventRecorded.Level;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of the agent's event log: number, name, level, in one table. Numbers and names are those of Azure AD
 * Connect, its misspelling included, so that known runbooks keep working. Levels are ours: what an administrator has to
 * mend is an error, what a user can mend is a warning. Source: R-EVT-31001 … R-EVT-6329b.
 */
public enum EventLogEntry {
    PASSWORD_RESET_START(31001, "PasswordResetStart", Level.INFORMATION),
    PASSWORD_RESET_SUCCESS(31002, "PasswordResetSuccess", Level.INFORMATION),
    PASSWORD_RESET_FAIL(31003, "PasswordResetFail", Level.WARNING),
    ONBOARDING_EVENT_START(31004, "OnboardingEventStart", Level.INFORMATION),
    ONBOARDING_EVENT_SUCCESS(31005, "OnboardingEventSuccess", Level.INFORMATION),
    CHANGE_PASSWORD_START(31006, "ChangePasswordStart", Level.INFORMATION),
    CHANGE_PASSWORD_SUCCESS(31007, "ChangePasswordSuccess", Level.INFORMATION),
    CHANGE_PASSWORD_FAIL(31008, "ChangePasswordFail", Level.WARNING),
    RESET_BY_ADMIN_START(31009, "ResetUserPasswordByAdminStart", Level.INFORMATION),
    RESET_BY_ADMIN_SUCCESS(31010, "ResetUserPasswordByAdminSuccess", Level.INFORMATION),
    RESET_BY_ADMIN_FAIL(31011, "ResetUserPasswordByAdminFail", Level.WARNING),
    OFFBOARDING_EVENT_START(31012, "OffboardingEventStart", Level.INFORMATION),
    OFFBOARDING_EVENT_SUCCESS(31013, "OffboardingEventSuccess", Level.INFORMATION),
    OFFBOARDING_EVENT_FAIL(31014, "OffboardingEventFail", Level.ERROR),
    /** Azure AD Connect has no line for an unlock; the names are ours. */
    UNLOCK_START(EventLogEntry.NO_NUMBER, "UnlockAccountStart", Level.INFORMATION),
    UNLOCK_SUCCESS(EventLogEntry.NO_NUMBER, "UnlockAccountSuccess", Level.INFORMATION),
    UNLOCK_FAIL(EventLogEntry.NO_NUMBER, "UnlockAccountFail", Level.WARNING),
    WRITE_BACK_SERVICE_STARTED(31015, "WriteBackServiceStarted", Level.INFORMATION),
    WRITE_BACK_SERVICE_STOPPED(31016, "WriteBackServiceStopped", Level.INFORMATION),
    AUTH_TOKEN_SUCCESS(31017, "AuthTokenSuccess", Level.INFORMATION),
    KEY_PAIR_CREATION_SUCCESS(31018, "KeyPairCreationSuccess", Level.INFORMATION),
    /** Kept in the local log only: the heartbeat itself says it to everybody else. */
    SERVICE_BUS_HEARTBEAT(31019, "ServiceBusHeartBeat", Level.INFORMATION),
    SERVICE_BUS_LISTENER_ERROR(31034, "ServiceBusListenerError", Level.ERROR),
    PASSWORD_RESET_SERVICE(31044, "PasswordResetService", Level.ERROR),
    UNKNOWN_ERROR(32000, "UnknownError", Level.ERROR),
    SERVICE_ERROR(32001, "ServiceError", Level.ERROR),
    SERVICE_BUS_ERROR(32002, "ServiceBusError", Level.ERROR),
    INPUT_VALIDATION_ERROR(32003, "InPutValidationError", Level.ERROR),
    DECRYPTION_ERROR(32004, "DecryptionError", Level.ERROR),
    CONFIGURATION_ERROR(32005, "ConfigurationError", Level.ERROR),
    ON_BOARDING_CONFIG_UPDATE_ERROR(32007, "OnBoardingConfigUpdateError", Level.ERROR),
    VALIDATION_ERROR(32008, "ValidationError", Level.ERROR),
    AUTH_TOKEN_ERROR(32009, "AuthTokenError", Level.ERROR),
    CRYPTO_ERROR(32010, "CryptoError", Level.ERROR),
    ON_BOARDING_SERVICE_ERROR(32011, "OnBoardingServiceError", Level.ERROR),
    OFF_BOARDING_ERROR(32013, "OffBoardingError", Level.ERROR),
    SERVICE_BUS_WARNING(32014, "ServiceBusWarning", Level.WARNING),
    REPORT_SERVICE_HEALTH_ERROR(32015, "ReportServiceHealthError", Level.WARNING),
    AD_UNKNOWN_ERROR(33001, "ADUnKnownError", Level.ERROR),
    AD_USER_NOT_FOUND_ERROR(33002, "ADUserNotFoundError", Level.ERROR),
    AD_MULTI_MATCH_ERROR(33003, "ADMutliMatchError", Level.ERROR),
    AD_PERMISSIONS_ERROR(33004, "ADPermissionsError", Level.ERROR),
    AD_USER_ACCOUNT_DISABLED(33005, "ADUserAccountDisabled", Level.ERROR),
    AD_USER_ACCOUNT_LOCKED_OUT(33006, "ADUserAccountLockedOut", Level.WARNING),
    AD_USER_INCORRECT_PASSWORD(33007, "ADUserIncorrectPassword", Level.WARNING),
    AD_PASSWORD_POLICY_ERROR(33008, "ADPasswordPolicyError", Level.WARNING),
    AD_CONFIGURATION_ERROR(33009, "ADConfigurationError", Level.ERROR),
    /** The line has no name of its own in the original; the name is ours. */
    LDAP_POLICY_CONTROL_MISSING(6329, "LdapPolicyControlMissing", Level.ERROR),
    /** As above. */
    WRITEBACK_ENDPOINT_NOT_STARTED(6800, "WritebackEndpointNotStarted", Level.ERROR),
    /** Nothing that an administrator has to mend is left; the beginning has the number of what was found. */
    CONFIGURATION_FAULT_ENDED(EventLogEntry.NO_NUMBER, "ConfigurationFaultEnded", Level.INFORMATION);

    private static final int NO_NUMBER = 0;

    private final int number;
    private final String title;
    private final Level level;

    EventLogEntry(int number, String title, Level level) {
        this.number = number;
        this.title = title;
        this.level = level;
    }

    /** 0 for the lines that the original does not have. */
    public int number() {
        return number;
    }

    /** The name that administrators look for, for example {@code PasswordResetStart}. */
    public String title() {
        return title;
    }

    public Level level() {
        return level;
    }

    /** The line with this number; empty for a number that is in no log, such as an expiry's. */
    public static Optional<EventLogEntry> of(int number) {
        return Arrays.stream(values())
                .filter(entry -> entry.number == number && number != NO_NUMBER)
                .findFirst();
    }
}
