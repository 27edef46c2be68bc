package io.sspr.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.audit.log.DirectoryAudit;
import io.sspr.contract.EventType;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityOfFactTest {
    private static final Path GOLDEN = Path.of("../event-contract/src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<EventType> facts() {
        return Arrays.stream(EventType.values()).filter(type -> Fact.class.isAssignableFrom(type.body()));
    }

    static Stream<EventType> others() {
        return Arrays.stream(EventType.values()).filter(type -> !Fact.class.isAssignableFrom(type.body()));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isKnownForEveryFactThatIsPublished(EventType type) throws IOException {
        Message<?> message = published(type);

        DirectoryAudit line = DescribeFact.describe(message);

        assertThat(line.id()).isEqualTo(message.id());
        assertThat(Activity.values()).anySatisfy(activity -> {
            assertThat(line.activityDisplayName()).isEqualTo(activity.displayName());
            assertThat(line.category()).isEqualTo(activity.category());
            assertThat(line.loggedByService()).isEqualTo(activity.service());
            assertThat(line.operationType()).isEqualTo(activity.operation());
        });
        assertThat(line.targetResources())
                .allSatisfy(target -> assertThat(target.id()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("others")
    void isUnknownForWhatIsNoFact(EventType type) throws IOException {
        Message<?> message = published(type);

        assertThatThrownBy(() -> DescribeFact.describe(message)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void doesNotTellWhereMessagesGo_A29(EventType type) throws IOException {
        DirectoryAudit line = DescribeFact.describe(published(type));

        assertThat(line.toString()).doesNotContain("home.example").doesNotContain("9012345678");
    }

    @Test
    void bearsTheNameThatAdministratorsSearchFor_R_AUD_20() {
        assertThat(Arrays.stream(Activity.values()).map(Activity::displayName))
                .containsExactly(
                        "Blocked from self-service password reset",
                        "Unblocked from self-service password reset",
                        "Change password (self-service)",
                        "Reset password (self-service)",
                        "Reset password (by admin)",
                        "Self-service password reset flow activity progress",
                        "Unlock user account (self-service)",
                        "Unlock user account (by admin)",
                        "User registered for self-service password reset",
                        "Security info saved for self-service password reset",
                        "Self-service password reset policy changes",
                        "Message to user",
                        "Locked out of sign-in",
                        "Enable password writeback for directory",
                        "Disable password writeback for directory",
                        "Issue writeback agent onboarding token",
                        "Onboard writeback agent",
                        "Roll writeback agent keys",
                        "Offboard writeback agent",
                        "Writeback agent message distrusted",
                        "Synchronise directory",
                        "Writeback agent answer",
                        "Writeback agent event",
                        "User started security info registration",
                        "User deleted security info",
                        "User reviewed security info",
                        "Security info verification progress");
    }

    @ParameterizedTest
    @EnumSource
    void isAboutTheDirectoryOrAboutUsers_R_AUD_29(Activity activity) {
        boolean isAboutTheDirectory = switch (activity) {
            case WRITEBACK_ENABLED,
                    WRITEBACK_DISABLED,
                    ONBOARDING_TOKEN,
                    AGENT_ONBOARDED,
                    AGENT_KEYS,
                    AGENT_OFFBOARDED,
                    AGENT_DISTRUSTED,
                    DIRECTORY_SYNCHRONISED,
                    AGENT_ANSWER,
                    AGENT_EVENT -> true;
            default -> false;
        };

        assertThat(activity.category()).isEqualTo(isAboutTheDirectory ? "DirectoryManagement" : "UserManagement");
    }

    @ParameterizedTest
    @EnumSource
    void isLoggedByTheServiceThatAdministratorsFilterBy_R_AUD_30(Activity activity) {
        boolean isCombinedRegistration = switch (activity) {
            case REGISTRATION_STARTED, SECURITY_INFO_DELETED, SECURITY_INFO_REVIEWED, SECURITY_INFO_VERIFICATION ->
                true;
            default -> false;
        };

        assertThat(activity.service())
                .isEqualTo(isCombinedRegistration ? "Authentication Methods" : "Self-service Password Management");
    }

    /** The example of the contract, as it comes from the topic. */
    private static Message<?> published(EventType type) throws IOException {
        JsonNode example = JSON.readTree(GOLDEN.resolve(type.type() + ".json").toFile());
        return Message.read(
                name -> example.path("headers").has(name)
                        ? example.path("headers").path(name).asText().getBytes(StandardCharsets.UTF_8)
                        : null,
                JSON.writeValueAsBytes(example.path("body")));
    }
}
