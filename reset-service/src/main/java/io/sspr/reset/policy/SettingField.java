package io.sspr.reset.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sspr.reset.admin.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One setting in a form of the administration portal.
 *
 * @param path its name in {@link TenantPolicy}, with a dot between the levels; the field's name as well
 * @param shownBy the choice without which it is hidden, such as {@code ssprEnabled=SELECTED}; null if it is always there. Source: R-UI-02
 */
record SettingField(String path, Kind kind, String shownBy) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LINE = "\\R";

    /** How a setting is entered. */
    enum Kind {
        /** One of several values. */
        CHOICE {
            @Override
            Optional<JsonNode> read(List<String> sent) {
                return first(sent).map(TextNode::valueOf);
            }
        },
        /** What is no number becomes one that no setting allows. */
        NUMBER {
            @Override
            Optional<JsonNode> read(List<String> sent) {
                return first(sent)
                        .map(text -> IntNode.valueOf(
                                text.strip().matches("-?[0-9]{1,9}")
                                        ? Integer.parseInt(text.strip())
                                        : Integer.MIN_VALUE));
            }
        },
        SWITCH {
            @Override
            Optional<JsonNode> read(List<String> sent) {
                return Optional.of(BooleanNode.valueOf(sent.contains("true")));
            }
        },
        /** Any of several values. */
        SET {
            @Override
            Optional<JsonNode> read(List<String> sent) {
                return Optional.of(array(sent.stream()));
            }
        },
        /** One value per line. */
        LINES {
            @Override
            Optional<JsonNode> read(List<String> sent) {
                return first(sent).map(text -> array(lines(text)));
            }

            @Override
            List<String> write(JsonNode value) {
                return List.of(String.join("\n", super.write(value)));
            }
        },
        /** Free text; an empty one gives the setting its default back. */
        TEXT {
            @Override
            Optional<JsonNode> read(List<String> sent) {
                return first(sent)
                        .map(String::strip)
                        .map(text -> text.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(text));
            }
        };

        /** What was sent, as the setting has it; empty if nothing was. */
        abstract Optional<JsonNode> read(List<String> sent);

        /** The setting, as a form has it. */
        List<String> write(JsonNode value) {
            return value.isArray()
                    ? StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList()
                    : value.isNull() || value.isMissingNode() ? List.of() : List.of(value.asText());
        }

        private static Optional<String> first(List<String> sent) {
            return sent.stream().findFirst();
        }

        private static ArrayNode array(Stream<String> values) {
            ArrayNode array = JSON.arrayNode();
            values.forEach(array::add);
            return array;
        }
    }

    /** The settings of a section, in the order of its form. */
    static List<SettingField> of(Section section) {
        return switch (section) {
            case PROPERTIES ->
                List.of(
                        always("ssprEnabled", Kind.CHOICE),
                        new SettingField("ssprGroupId", Kind.TEXT, "ssprEnabled=SELECTED"),
                        always("allowedToUseSspr", Kind.SWITCH),
                        always("alternateLoginId.enabled", Kind.SWITCH),
                        always("enumerationProtection", Kind.CHOICE));
            case METHODS ->
                List.of(
                        always("methodsRequired", Kind.NUMBER),
                        always("methodsEnabled", Kind.SET),
                        withQuestions("sq.registerCount", Kind.NUMBER),
                        withQuestions("sq.resetCount", Kind.NUMBER),
                        withQuestions("sq.predefined", Kind.SET),
                        withQuestions("sq.custom", Kind.LINES));
            case REGISTRATION ->
                List.of(
                        always("registrationRequired", Kind.SWITCH),
                        new SettingField("reconfirmDays", Kind.NUMBER, "registrationRequired=true"),
                        always("mfaMethods", Kind.SET),
                        always("authenticationMethods", Kind.SET));
            case NOTIFICATIONS ->
                List.of(
                        always("notifyUserOnReset", Kind.SWITCH),
                        always("notifyAllAdminsOnAdminReset", Kind.SWITCH),
                        new SettingField("adminNotificationAudience", Kind.CHOICE, "notifyAllAdminsOnAdminReset=true"));
            case CUSTOMIZATION ->
                List.of(
                        always("helpdesk.custom", Kind.SWITCH),
                        new SettingField("helpdesk.target", Kind.TEXT, "helpdesk.custom=true"),
                        always("branding.logo", Kind.TEXT),
                        always("branding.colour", Kind.TEXT));
            case PROTECTION ->
                List.of(
                        always("banned.enforceCustom", Kind.SWITCH),
                        new SettingField("banned.custom", Kind.LINES, "banned.enforceCustom=true"),
                        always("lockout.threshold", Kind.NUMBER),
                        always("lockout.durationSec", Kind.NUMBER),
                        always("passwordPolicy.expiryDays", Kind.NUMBER),
                        always("passwordPolicy.notifyDays", Kind.NUMBER),
                        always("enforceCloudPasswordPolicyForPasswordSyncedUsers", Kind.SWITCH));
            default -> List.of();
        };
    }

    /** Whether something about a setting concerns this one, or a part of it. */
    boolean holds(String where) {
        return where.equals(path) || where.startsWith(path + "[");
    }

    /** As a JSON pointer. */
    String pointer() {
        return "/" + path.replace('.', '/');
    }

    static Stream<String> lines(String text) {
        return Stream.of(text.split(LINE)).map(String::strip).filter(line -> !line.isEmpty());
    }

    private static SettingField always(String path, Kind kind) {
        return new SettingField(path, kind, null);
    }

    private static SettingField withQuestions(String path, Kind kind) {
        return new SettingField(path, kind, "methodsEnabled=SECURITY_QUESTIONS");
    }
}
