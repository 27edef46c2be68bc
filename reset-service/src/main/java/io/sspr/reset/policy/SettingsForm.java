package io.sspr.reset.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.reset.policy.SettingField.Kind;
import io.sspr.reset.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of one section as a form: with the values in force, or with those that were sent and could not be taken. What depends on a choice that
 * was not made is hidden, and what is hidden is not changed. Templates read it as {@code form}. Immutable. Source: R-UI-02, R-UI-05.
 */
public final class SettingsForm {
    /** Names the parts that were not hidden when the form was sent: boxes that are not ticked leave no other trace. */
    static final String SHOWN = "shown";

    private final List<SettingField> fields;
    private final Map<String, List<String>> values;
    private final Map<String, List<String>> sent;
    private final List<FieldError> errors;

    private SettingsForm(
            List<SettingField> fields,
            Map<String, List<String>> values,
            Map<String, List<String>> sent,
            List<FieldError> errors) {
        this.fields = fields;
        this.values = values;
        this.sent = sent;
        this.errors = errors;
    }

    /** @param policy the settings in force */
    static SettingsForm saved(List<SettingField> fields, JsonNode policy) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.path(), field.kind().write(policy.at(field.pointer()))));
        return new SettingsForm(fields, values, Map.of(), List.of());
    }

    /** The form as somebody filled it in. */
    SettingsForm filled(Map<String, List<String>> sent) {
        Map<String, List<String>> typed = new LinkedHashMap<>(values);
        fields.stream()
                .filter(field -> isSent(field, sent))
                .forEach(field -> typed.put(field.path(), valuesOf(field.path(), sent)));
        return new SettingsForm(fields, typed, sent, List.of());
    }

    SettingsForm with(List<FieldError> faults) {
        return new SettingsForm(fields, values, sent, List.copyOf(faults));
    }

    /** What was sent, as a JSON merge patch. */
    ObjectNode patch() {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        fields.stream()
                .filter(field -> isSent(field, sent))
                .forEach(field ->
                        field.kind().read(valuesOf(field.path(), sent)).ifPresent(value -> put(patch, field, value)));
        return patch;
    }

    /** Everything that was sent, to be sent once more. */
    public List<Map.Entry<String, String>> repeated() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        fields.forEach(field -> valuesOf(field.path(), sent).forEach(value -> all.add(Map.entry(field.path(), value))));
        valuesOf(SHOWN, sent).forEach(value -> all.add(Map.entry(SHOWN, value)));
        return all;
    }

    /** The one value of a field; empty without any. */
    public String value(String path) {
        return valuesOf(path, values).stream().findFirst().orElse("");
    }

    /** Whether that value is chosen. */
    public boolean has(String path, String value) {
        return valuesOf(path, values).contains(value);
    }

    /** Whether a choice is made, such as {@code helpdesk.custom=true}, so that what depends on it is shown. */
    public boolean isOn(String choice) {
        return isOn(choice, values);
    }

    /** What is wrong with a setting, or with the parts of it. */
    public List<String> errors(String path) {
        return errors.stream()
                .filter(error -> new SettingField(path, Kind.TEXT, null).holds(error.where()))
                .map(this::told)
                .toList();
    }

    /** What is wrong with no single field of this form. */
    public List<String> otherErrors() {
        return errors.stream()
                .filter(error -> fields.stream().noneMatch(field -> field.holds(error.where())))
                .map(FieldError::what)
                .toList();
    }

    /** Whether anything is wrong. */
    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** Of a list, the line is cited that is wrong. */
    private String told(FieldError error) {
        int bracket = error.where().indexOf('[');
        if (bracket < 0) {
            return error.what();
        }
        int line = Integer.parseInt(
                error.where().substring(bracket + 1, error.where().indexOf(']')));
        List<String> lines =
                SettingField.lines(value(error.where().substring(0, bracket))).toList();
        return (line < lines.size() ? lines.get(line) : line + 1) + ": " + error.what();
    }

    /** Whoever has just made a choice for the first time, without a script, has not yet seen what depends on it. */
    private static boolean isSent(SettingField field, Map<String, List<String>> sent) {
        return field.shownBy() == null
                || (isOn(field.shownBy(), sent) && valuesOf(SHOWN, sent).contains(field.shownBy()));
    }

    private static boolean isOn(String choice, Map<String, List<String>> among) {
        int equals = choice.indexOf('=');
        return valuesOf(choice.substring(0, equals), among).contains(choice.substring(equals + 1));
    }

    private static List<String> valuesOf(String path, Map<String, List<String>> among) {
        return among.getOrDefault(path, List.of());
    }

    private static void put(ObjectNode patch, SettingField field, JsonNode value) {
        int dot = field.path().indexOf('.');
        if (dot < 0) {
            patch.set(field.path(), value);
        } else {
            patch.withObject("/" + field.path().substring(0, dot))
                    .set(field.path().substring(dot + 1), value);
        }
    }
}
