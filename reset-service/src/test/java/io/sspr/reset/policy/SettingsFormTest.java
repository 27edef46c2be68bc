package io.sspr.reset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.reset.admin.Section;
import io.sspr.reset.problem.Problem.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsFormTest {
    private static final JsonNode POLICY = new ObjectMapper().valueToTree(TenantPolicy.DEFAULT);

    @ParameterizedTest
    @EnumSource(names = {"PROPERTIES", "METHODS", "REGISTRATION", "NOTIFICATIONS", "CUSTOMIZATION", "PROTECTION"})
    void everyFieldIsASetting(Section section) {
        assertThat(SettingField.of(section))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(POLICY.at(field.pointer()).isMissingNode())
                        .as(field.path())
                        .isFalse());
    }

    @Test
    void whatDependsOnAChoiceThatIsNotMadeIsNotChanged_R_UI_05() {
        SettingsForm form = filled(
                Section.REGISTRATION,
                Map.of("reconfirmDays", List.of("9"), "shown", List.of("registrationRequired=true")));

        assertThat(form.patch().has("reconfirmDays")).isFalse();
        assertThat(form.patch().get("registrationRequired").booleanValue()).isFalse();
        assertThat(form.value("reconfirmDays")).isEqualTo("180");
    }

    @Test
    void whatWasHiddenWhenTheChoiceWasMadeIsNotChanged_R_UI_05() {
        SettingsForm form = filled(Section.METHODS, Map.of("methodsEnabled", List.of("SECURITY_QUESTIONS")));

        assertThat(form.patch().has("sq")).isFalse();
        assertThat(form.isOn("methodsEnabled=SECURITY_QUESTIONS")).isTrue();
    }

    @Test
    void boxesThatWereShownAndNotTickedAreCleared_R_UI_02() {
        SettingsForm form = filled(
                Section.METHODS,
                Map.of(
                        "methodsEnabled", List.of("SECURITY_QUESTIONS"),
                        "shown", List.of("methodsEnabled=SECURITY_QUESTIONS")));

        assertThat(form.patch().at("/sq/predefined").isArray()).isTrue();
        assertThat(form.patch().at("/sq/predefined")).isEmpty();
        assertThat(form.has("sq.predefined", "FIRST_PET")).isFalse();
    }

    @Test
    void whatIsNoNumberIsOneThatNoSettingAllows() {
        SettingsForm form = filled(Section.PROTECTION, Map.of("lockout.threshold", List.of("many")));

        assertThat(form.patch().at("/lockout/threshold").intValue()).isNegative();
        assertThat(form.value("lockout.threshold")).isEqualTo("many");
    }

    @Test
    void anEmptyTextGivesTheSettingItsDefaultBack() {
        assertThat(filled(Section.CUSTOMIZATION, Map.of("branding.logo", List.of(" ")))
                        .patch()
                        .at("/branding/logo")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatWasSentCanBeSentOnceMore_R_MTH_26() {
        SettingsForm form = filled(
                Section.METHODS,
                Map.of("methodsEnabled", List.of("EMAIL", "APP_CODE"), "csrf", List.of("c"), "shown", List.of("s")));

        assertThat(form.repeated())
                .containsExactly(
                        Map.entry("methodsEnabled", "EMAIL"),
                        Map.entry("methodsEnabled", "APP_CODE"),
                        Map.entry("shown", "s"));
    }

    @Test
    void faultsAreShownAtTheirFields() {
        SettingsForm form = filled(
                        Section.PROTECTION,
                        Map.of(
                                "banned.enforceCustom", List.of("true"),
                                "shown", List.of("banned.enforceCustom=true"),
                                "banned.custom", List.of("wingtip\r\n\r\nabc")))
                .with(List.of(
                        new FieldError("banned.custom[1]", "too short"),
                        new FieldError("banned.custom", "too many"),
                        new FieldError("lockout", "no licence")));

        assertThat(form.errors("banned.custom")).containsExactly("abc: too short", "too many");
        assertThat(form.errors("banned.enforceCustom")).isEmpty();
        assertThat(form.otherErrors()).containsExactly("no licence");
    }

    private static SettingsForm filled(Section section, Map<String, List<String>> sent) {
        return SettingsForm.saved(SettingField.of(section), POLICY).filled(sent);
    }
}
