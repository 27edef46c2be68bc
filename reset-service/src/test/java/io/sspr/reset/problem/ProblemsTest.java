package io.sspr.reset.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.reset.problem.Problem.FieldError;
import io.sspr.reset.problem.Problems.Moment;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {
    private static final UUID SUPPORT_CODE = UUID.fromString("6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01");

    @ParameterizedTest
    @CsvSource({
        "TENANT_SSPR_FLAG_DISABLED,              SSPR_0009, 403",
        "WRITEBACK_NOT_ENABLED,                  SSPR_0010, 403",
        "SSPR_NOT_ENABLED_IN_USER_POLICY,        SSPR_0011, 403",
        "USER_NOT_LICENSED,                      SSPR_0012, 403",
        "USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP, SSPR_0013, 403",
        "USER_NOT_PROPERLY_CONFIGURED,           SSPR_0014, 403",
        "ON_PREMISES_ADMIN_ACTION_REQUIRED,      SSPR_0029, 502",
        "ON_PREMISES_CONNECTIVITY_ERROR,         SSPR_0030, 503"
    })
    void refusalHasCodeStatusAndSupportCode_R_ERR_43(SsprCode code, String text, int status) {
        Problem problem = refused(code, Moment.BEFORE_GATES, Language.EN);

        assertThat(problem.code()).isEqualTo(text);
        assertThat(problem.type()).isEqualTo("urn:sspr:problem:" + text);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.supportCode()).isEqualTo(SUPPORT_CODE);
        assertThat(problem.title()).isEqualTo("We're sorry");
        assertThat(problem.errors()).isNull();
    }

    @ParameterizedTest
    @EnumSource(SsprCode.class)
    void technicalDetailBeginsWithTheCode_R_ERR_09_R_ERR_30(SsprCode code) {
        for (Language language : Language.values()) {
            String technical = refused(code, Moment.AFTER_SUBMIT, language).technical();

            assertThat(technical).startsWith(code.code() + ": ");
            assertThat(technical).hasSizeGreaterThan(20);
        }
    }

    @Test
    void unexpectedFaultMayBeTriedAgainAndThenNeedsSupport_R_ERR_90_R_REG_04() {
        Problem problem = Problems.of(ProblemName.GENERIC_ERROR, SUPPORT_CODE, Language.EN);

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.remedy()).contains("Try again", "support code");
        assertThat(problem.supportCode()).isEqualTo(SUPPORT_CODE);
        assertThat(problem.technical()).isNull();
    }

    @Test
    void code29HasATextForEachMoment_R_ERR_41() {
        SsprCode code = SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED;

        assertThat(refused(code, Moment.BEFORE_GATES, Language.EN).detail()).startsWith("We're sorry");
        assertThat(refused(code, Moment.AFTER_SUBMIT, Language.EN).detail()).startsWith("Your organisation");
        assertThat(refused(code, Moment.BEFORE_GATES, Language.JA).detail()).startsWith("申し訳ございません");
        assertThat(refused(code, Moment.AFTER_SUBMIT, Language.JA).detail()).startsWith("組織の");
    }

    @ParameterizedTest
    @EnumSource(value = SsprCode.class, mode = EnumSource.Mode.EXCLUDE, names = "ON_PREMISES_ADMIN_ACTION_REQUIRED")
    void otherCodesSayTheSameAtAnyMoment_R_ERR_41(SsprCode code) {
        assertThat(refused(code, Moment.AFTER_SUBMIT, Language.JA))
                .isEqualTo(refused(code, Moment.BEFORE_GATES, Language.JA));
    }

    @Test
    void onlyCode30IsAStatusThatInvitesARetry_R_ERR_40() {
        assertThat(Stream.of(SsprCode.values())
                        .filter(code ->
                                refused(code, Moment.BEFORE_GATES, Language.EN).status() == 503))
                .containsExactly(SsprCode.ON_PREMISES_CONNECTIVITY_ERROR);
    }

    @ParameterizedTest
    @EnumSource(ProblemName.class)
    void namedProblemHasNameStatusTextsAndSupportCode_R_ERR_88_R_ERR_99(ProblemName name) {
        Problem problem = Problems.of(name, SUPPORT_CODE, Language.JA);

        assertThat(problem.code()).isEqualTo(name.code());
        assertThat(problem.type()).isEqualTo("urn:sspr:problem:" + name.code());
        assertThat(problem.status()).isEqualTo(name.status()).isBetween(400, 503);
        assertThat(problem.supportCode()).isEqualTo(SUPPORT_CODE);
        assertThat(problem.title()).isEqualTo(Texts.get(Language.JA, name.code() + ".title"));
        assertThat(problem.detail()).isEqualTo(Texts.get(Language.JA, name.code() + ".detail"));
        assertThat(problem.remedy()).isEqualTo(Texts.get(Language.JA, name.code() + ".remedy"));
        assertThat(problem.technical()).isNull();
        assertThat(problem.errors()).isNull();
    }

    @Test
    void namedProblemsInventNoNumber_R_ERR_42() {
        assertThat(ProblemName.values()).extracting(ProblemName::code).doesNotHaveDuplicates();
        assertThat(ProblemName.values()).extracting(ProblemName::code).noneMatch(code -> code.matches(".*[0-9].*"));
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_NOT_VERIFIED,         AccountNotVerified", //        R-ERR-91
        "PHONE_MISMATCH,               PhoneMismatch", //             R-ERR-93
        "SESSION_EXPIRED,              SessionExpired", //            R-ERR-96
        "CODE_EXPIRED,                 CodeExpired", //               R-ERR-96
        "ON_PREMISES_POLICY_VIOLATION, OnPremisesPolicyViolation", // R-ERR-97
        "CLOUD_POLICY_VIOLATION,       CloudPolicyViolation", //      R-ERR-99
        "GENERIC_ERROR,                GenericError" //               R-ERR-90
    })
    void problemsHaveTheNamesOfTheRules_R_ERR_90_R_ERR_99(ProblemName name, String code) {
        assertThat(name.code()).isEqualTo(code);
    }

    @Test
    void policyViolationListsTheBrokenRules_R_ERR_99() {
        List<FieldError> errors = Problems.rules(List.of("LENGTH", "CATEGORIES"), Language.EN);

        assertThat(errors)
                .containsExactly(
                        new FieldError("LENGTH", "8 to 256 characters"),
                        new FieldError(
                                "CATEGORIES",
                                "at least three of: upper-case letters, lower-case letters, digits, symbols"));
        assertThat(Problems.of(ProblemName.CLOUD_POLICY_VIOLATION, SUPPORT_CODE, Language.EN, errors)
                        .errors())
                .isEqualTo(errors);
    }

    @Test
    void faultsKeepTheirPlaceAndAreSaidInTheCallersLanguage() {
        List<Fault> faults = List.of(new Fault("accounts[3].kind", "import.missing"));

        assertThat(Problems.explain(faults, Language.EN))
                .containsExactly(new FieldError("accounts[3].kind", "is missing"));
        assertThat(Problems.explain(faults, Language.JA))
                .containsExactly(new FieldError("accounts[3].kind", "指定がありません"));
    }

    @Test
    void responseIsAProblemDocumentInItsLanguageThatNobodyKeeps() {
        Problem problem = Problems.of(ProblemName.CODE_WRONG, SUPPORT_CODE, Language.JA);

        try (Response response = Problems.response(problem, Language.JA)) {
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(response.getMediaType()).hasToString("application/problem+json");
            assertThat(response.getHeaderString("Content-Language")).isEqualTo("ja");
            assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
            assertThat(response.getEntity()).isEqualTo(problem);
        }
    }

    private static Problem refused(SsprCode code, Moment moment, Language language) {
        return Problems.refused(code, moment, SUPPORT_CODE, language);
    }
}
