package io.sspr.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * The eight numbers with which a password reset is refused for good. No other number exists; every other problem has a name instead (R-ERR-42).
 * In JSON a code is its number. Source: R-ERR-09 … R-ERR-30.
 */
public enum SsprCode {
    TENANT_SSPR_FLAG_DISABLED(9, "TenantSSPRFlagDisabled"),
    WRITEBACK_NOT_ENABLED(10, "WritebackNotEnabled"),
    SSPR_NOT_ENABLED_IN_USER_POLICY(11, "SsprNotEnabledInUserPolicy"),
    USER_NOT_LICENSED(12, "UserNotLicensed"),
    USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP(13, "UserNotMemberOfScopedAccessGroup"),
    USER_NOT_PROPERLY_CONFIGURED(14, "UserNotProperlyConfigured"),
    ON_PREMISES_ADMIN_ACTION_REQUIRED(29, "OnPremisesAdminActionRequired"),
    ON_PREMISES_CONNECTIVITY_ERROR(30, "OnPremisesConnectivityError");

    private final int number;
    private final String title;

    SsprCode(int number, String title) {
        this.number = number;
        this.title = title;
    }

    @JsonValue
    public int number() {
        return number;
    }

    /** The name that administrators find in reports, for example {@code UserNotLicensed}. */
    public String title() {
        return title;
    }

    /** The form that users read out to the helpdesk, for example {@code SSPR_0012}. */
    public String code() {
        return "SSPR_%04d".formatted(number);
    }

    /** Only an unreachable on-premises side may be better in a minute; everything else needs an administrator. Source: R-ERR-40. */
    public boolean userMayRetry() {
        return this == ON_PREMISES_CONNECTIVITY_ERROR;
    }

    /** @throws IllegalArgumentException if no code has this number */
    @JsonCreator
    public static SsprCode of(int number) {
        return Arrays.stream(values())
                .filter(code -> code.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no SSPR code has the number " + number));
    }
}
