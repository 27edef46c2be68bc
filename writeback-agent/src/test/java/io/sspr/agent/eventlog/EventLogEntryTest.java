package io.sspr.agent.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.writeback.WritebackVerdict;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventLogEntryTest {
    @ParameterizedTest
    @CsvSource({
        "31001, PasswordResetStart",
        "31002, PasswordResetSuccess",
        "31003, PasswordResetFail",
        "31004, OnboardingEventStart",
        "31005, OnboardingEventSuccess",
        "31006, ChangePasswordStart",
        "31007, ChangePasswordSuccess",
        "31008, ChangePasswordFail", //       R-EVT-31008
        "31009, ResetUserPasswordByAdminStart",
        "31010, ResetUserPasswordByAdminSuccess",
        "31011, ResetUserPasswordByAdminFail",
        "31012, OffboardingEventStart",
        "31013, OffboardingEventSuccess",
        "31014, OffboardingEventFail",
        "31015, WriteBackServiceStarted",
        "31016, WriteBackServiceStopped",
        "31017, AuthTokenSuccess",
        "31018, KeyPairCreationSuccess",
        "31019, ServiceBusHeartBeat", //      R-EVT-31019
        "31034, ServiceBusListenerError",
        "31044, PasswordResetService",
        "32000, UnknownError",
        "32001, ServiceError",
        "32002, ServiceBusError",
        "32003, InPutValidationError",
        "32004, DecryptionError",
        "32005, ConfigurationError",
        "32007, OnBoardingConfigUpdateError",
        "32008, ValidationError",
        "32009, AuthTokenError",
        "32010, CryptoError",
        "32011, OnBoardingServiceError",
        "32013, OffBoardingError",
        "32014, ServiceBusWarning",
        "32015, ReportServiceHealthError", // R-EVT-32015
        "33001, ADUnKnownError",
        "33002, ADUserNotFoundError",
        "33003, ADMutliMatchError",
        "33004, ADPermissionsError",
        "33005, ADUserAccountDisabled",
        "33006, ADUserAccountLockedOut",
        "33007, ADUserIncorrectPassword",
        "33008, ADPasswordPolicyError", //    R-EVT-33008
        "33009, ADConfigurationError" //      R-EVT-33009
    })
    void numbersAndNamesAreThoseOfAzureAdConnect_R_EVT_31001(int number, String name) {
        assertThat(EventLogEntry.of(number).map(EventLogEntry::title)).contains(name);
    }

    @ParameterizedTest
    @EnumSource(value = WritebackVerdict.class, mode = EnumSource.Mode.EXCLUDE, names = "EXPIRED")
    void everyRefusalHasItsLine_R_EVT_33001(WritebackVerdict verdict) {
        assertThat(EventLogEntry.of(verdict.eventId())).isPresent();
    }

    @Test
    void expiryHasNone_R_EVT_TMO() {
        assertThat(EventLogEntry.of(WritebackVerdict.EXPIRED.eventId())).isEqualTo(Optional.empty());
    }

    @Test
    void numbersAreUniqueUnlessTheOriginalHasNone() {
        assertThat(Arrays.stream(EventLogEntry.values())
                        .map(EventLogEntry::number)
                        .filter(number -> number != 0))
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyAnUnlockAndTheEndOfAFaultHaveLinesThatTheOriginalDoesNotHave_R_WB_34() {
        assertThat(Arrays.stream(EventLogEntry.values())
                        .filter(entry -> entry.number() == 0)
                        .map(EventLogEntry::title))
                .containsExactly(
                        "UnlockAccountStart", "UnlockAccountSuccess", "UnlockAccountFail", "ConfigurationFaultEnded");
    }
}
