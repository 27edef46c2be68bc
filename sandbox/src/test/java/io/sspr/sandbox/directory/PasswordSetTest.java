package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordSetTest extends DirectoryFixture {
    private static final String POLICY_REFUSAL =
            "0000052D: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0";
    private static final String NEW = "Brave-Otter-77";

    private LdapClient service;

    @BeforeEach
    void bind() throws LDAPException, GeneralSecurityException {
        service = LdapClient.asService(directory);
    }

    @AfterEach
    void unbind() {
        service.close();
    }

    @Test
    void resetReplacesThePassword() throws LDAPException, GeneralSecurityException {
        assertThat(service.reset(PETRA, NEW).getResultCode()).isEqualTo(ResultCode.SUCCESS);

        assertThat(bindOfPetra(NEW)).isEqualTo(ResultCode.SUCCESS);
        assertThat(bindOfPetra(PETRAS_PASSWORD)).isEqualTo(ResultCode.INVALID_CREDENTIALS);
    }

    @Test
    void successMovesPasswordLastSet() throws LDAPException {
        CLOCK.advance(Duration.ofHours(1));

        service.reset(PETRA, NEW);

        assertThat(service.user(PETRA).getAttributeValueAsLong("pwdLastSet")).isEqualTo(FileTime.of(CLOCK.instant()));
    }

    @Test
    void refusalChangesNothing() throws LDAPException, GeneralSecurityException {
        long setAt = service.user(PETRA).getAttributeValueAsLong("pwdLastSet");

        LDAPResult result = service.reset(PETRA, "short");

        assertThat(result.getResultCode()).isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
        assertThat(result.getDiagnosticMessage()).isEqualTo(POLICY_REFUSAL);
        assertThat(bindOfPetra(PETRAS_PASSWORD)).isEqualTo(ResultCode.SUCCESS);
        assertThat(service.user(PETRA).getAttributeValueAsLong("pwdLastSet")).isEqualTo(setAt);
    }

    @Test
    void resetWithoutTheHintMayReturnToAnOldPassword_R_ADP_08() {
        service.reset(PETRA, NEW);

        assertThat(service.reset(PETRA, PETRAS_PASSWORD).getResultCode()).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void resetWithTheHintMeetsHistory_R_ADP_08() {
        service.reset(PETRA, NEW);

        LDAPResult result = service.reset(PETRA, PETRAS_PASSWORD, LdapClient.POLICY_HINTS);

        assertThat(result.getDiagnosticMessage()).isEqualTo(POLICY_REFUSAL);
    }

    @Test
    void deprecatedHintCountsAsWell_R_ADP_08() {
        Control deprecated = LdapClient.policyHints(DirectoryTree.POLICY_HINTS_DEPRECATED, 1);

        assertThat(service.reset(PETRA, PETRAS_PASSWORD, deprecated).getDiagnosticMessage())
                .isEqualTo(POLICY_REFUSAL);
    }

    @Test
    void hintWithoutFlagDoesNotEnforceHistory_R_ADP_08() {
        Control unset = LdapClient.policyHints(DirectoryTree.POLICY_HINTS, 0);

        assertThat(service.reset(PETRA, PETRAS_PASSWORD, unset).getResultCode()).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void hintDoesNotHinderAFreshPassword_R_ADP_08() {
        assertThat(service.reset(PETRA, NEW, LdapClient.POLICY_HINTS).getResultCode())
                .isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void changeNeedsTheOldPassword() {
        LDAPResult result = service.change(PETRA, "Not-Her-Password-1", NEW);

        assertThat(result.getResultCode()).isEqualTo(ResultCode.CONSTRAINT_VIOLATION);
        assertThat(result.getDiagnosticMessage()).startsWith("00000056:");
    }

    @Test
    void changeAlwaysMeetsHistory_R_ADP_05() {
        LDAPResult result = service.change(PETRA, PETRAS_PASSWORD, PETRAS_PASSWORD);

        assertThat(result.getResultCode()).isEqualTo(ResultCode.CONSTRAINT_VIOLATION);
        assertThat(result.getDiagnosticMessage()).startsWith("0000052D: AtrErr:");
        assertThat(service.change(PETRA, PETRAS_PASSWORD, NEW).getResultCode()).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void changeOfALockedAccountIsRefused() {
        directory.lockOut(PETRA);

        assertThat(service.change(PETRA, PETRAS_PASSWORD, NEW).getDiagnosticMessage())
                .startsWith("00000775:");
    }

    @Test
    void minimumAgeHindersAChangeButNoReset_R_ADP_06() {
        directory.apply(DomainPolicy.DEFAULT.withMinimumAge(Duration.ofDays(1)));
        service.reset(PETRA, NEW);

        assertThat(service.change(PETRA, NEW, "Calm-Heron-78").getDiagnosticMessage())
                .startsWith("0000052D: AtrErr:");
        assertThat(service.reset(PETRA, "Calm-Heron-78").getResultCode()).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void changeIsAllowedOnceThePasswordIsOldEnough_R_ADP_06() {
        directory.apply(DomainPolicy.DEFAULT.withMinimumAge(Duration.ofDays(1)));
        service.reset(PETRA, NEW);

        CLOCK.advance(Duration.ofDays(1));

        assertThat(service.change(PETRA, NEW, "Calm-Heron-78").getResultCode()).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void passwordFilterMayRefuseResetAndChange_R_ADP_07() {
        directory.filterPasswords(password -> !password.contains("Otter"));

        assertThat(service.reset(PETRA, NEW).getDiagnosticMessage()).isEqualTo(POLICY_REFUSAL);
        assertThat(service.change(PETRA, PETRAS_PASSWORD, NEW).getDiagnosticMessage())
                .startsWith("0000052D:");
        assertThat(service.change(PETRA, PETRAS_PASSWORD, "Calm-Heron-78").getResultCode())
                .isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void userWithoutTheRightToChangeMayStillBeReset_R_ADP_09() {
        directory.forbidPasswordChange(PETRA);

        LDAPResult result = service.change(PETRA, PETRAS_PASSWORD, NEW);

        assertThat(result.getResultCode()).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
        assertThat(result.getDiagnosticMessage()).startsWith("00000005:");
        assertThat(service.reset(PETRA, NEW).getResultCode()).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void passwordThatMustBeChangedMayBeChanged() throws GeneralSecurityException {
        directory.forcePasswordChange(PETRA);

        assertThat(diagnosticOfPetra(PETRAS_PASSWORD)).contains("data 773");
        assertThat(service.change(PETRA, PETRAS_PASSWORD, NEW).getResultCode()).isEqualTo(ResultCode.SUCCESS);
        assertThat(bindOfPetra(NEW)).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void oneRequestSetsUnlocksAndForcesAChange() throws LDAPException, GeneralSecurityException {
        directory.lockOut(PETRA);

        service.modify(
                PETRA,
                new Control[0],
                new Modification(ModificationType.REPLACE, "unicodePwd", LdapClient.quoted(NEW)),
                new Modification(ModificationType.REPLACE, "lockoutTime", "0"),
                new Modification(ModificationType.REPLACE, "pwdLastSet", "0"));

        assertThat(diagnosticOfPetra(NEW)).contains("data 773");
    }

    @Test
    void unquotedPasswordIsRefused() {
        LDAPResult result = service.modify(
                PETRA,
                new Control[0],
                new Modification(ModificationType.REPLACE, "unicodePwd", NEW.getBytes(StandardCharsets.UTF_16LE)));

        assertThat(result.getResultCode()).isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
        assertThat(result.getDiagnosticMessage()).startsWith("0000001F:");
    }

    @Test
    void passwordIsNeverReadable() throws LDAPException {
        assertThat(service.connection().getEntry(service.user(PETRA).getDN(), "*", "+", "unicodePwd"))
                .satisfies(entry -> assertThat(entry.hasAttribute("unicodePwd")).isFalse())
                .satisfies(entry -> assertThat(entry.toLDIFString()).doesNotContain(PETRAS_PASSWORD));
    }

    private ResultCode bindOfPetra(String password) throws GeneralSecurityException {
        return bind(password).getResultCode();
    }

    private String diagnosticOfPetra(String password) throws GeneralSecurityException {
        return bind(password).getDiagnosticMessage();
    }

    private LDAPResult bind(String password) throws GeneralSecurityException {
        try {
            LdapClient.bound(directory, "CORP\\" + PETRA, password).close();
            return new LDAPResult(-1, ResultCode.SUCCESS);
        } catch (LDAPException refused) {
            return refused.toLDAPResult();
        }
    }
}
