package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.log.DirectoryAudit.Result.TIMEOUT;
import static io.sspr.audit.record.Activity.AGENT_EVENT;
import static io.sspr.audit.record.Activity.POLICY_CHANGE;
import static io.sspr.audit.record.Activity.PROGRESS;
import static io.sspr.audit.record.Activity.RESET;
import static io.sspr.contract.delivery.DeliveryFailed.Cause.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.log.DirectoryAudit;
import io.sspr.audit.log.DirectoryAudit.Result;
import io.sspr.contract.EventType;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.agent.AgentEventRecorded.Level;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.gate.CodeRefused;
import io.sspr.contract.gate.CodeRequested;
import io.sspr.contract.gate.GatePassed;
import io.sspr.contract.gate.PhoneNumberMismatched;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.reset.ResetAbandoned;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.contract.reset.ResetStarted;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.reset.WritebackRequested;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityOfFactTest {
    private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final Instant NOW = Instant.parse("2026-05-01T03:04:05Z");
    private static final Person TARO = new Person(ID, "Taro", "taro@contoso.example", "203.0.113.7");
    private static final Person NOBODY = Person.unknown("203.0.113.7");

    static Stream<Arguments> facts() {
        return Stream.of(
                step(new ResetStarted(ID, TARO, 2, List.of("EMAIL")), "Account found and allowed to reset"),
                failedStep(new AccountNotVerified(null, NOBODY, Cause.UNKNOWN), "AccountNotVerified"),
                step(new CodeRequested(ID, TARO, ID, 1, "EMAIL"), "Started a verification method"),
                failedStep(new PhoneNumberMismatched(ID, TARO, 1, "MOBILE_PHONE"), "PhoneMismatch"),
                failedStep(new CodeRefused(ID, TARO, ID, 1, "EMAIL", CodeRefused.Cause.WRONG), "WrongCode"),
                failedStep(new CodeRefused(ID, TARO, ID, 1, "EMAIL", CodeRefused.Cause.EXPIRED), "CodeExpired"),
                step(new GatePassed(ID, TARO, 1, "EMAIL", 2), "Completed a verification method"),
                failedReset(new PasswordRefused(ID, TARO, Policy.ON_PREMISES, List.of()), "OnPremisesPolicyViolation"),
                failedReset(new PasswordRefused(ID, TARO, Policy.CLOUD, List.of("length")), "CloudPolicyViolation"),
                step(new WritebackRequested(ID, TARO, ID, NOW), "Asked the on-premises side to set the password"),
                of(new ResetSucceeded(ID, TARO, List.of(), null, "Contoso", List.of()), RESET, SUCCESS, null),
                failedReset(refused(29, Stage.SUBMIT), "OnPremisesAdminActionRequired"),
                failedReset(refused(30, Stage.SUBMIT), "OnPremisesConnectivityError"),
                failedReset(refused(12, Stage.SUBMIT), "UserNotLicensed"),
                failedStep(refused(12, Stage.ELIGIBILITY), "UserNotLicensed"),
                failedStep(new ResetCancelled(ID, TARO, false), "Cancelled before passing the required methods"),
                failedStep(new ResetCancelled(ID, TARO, true), "Cancelled before submitting a new password"),
                abandoned(new ResetAbandoned(ID, TARO, false), "Abandoned before passing the required methods"),
                abandoned(new ResetAbandoned(ID, TARO, true), "Abandoned before submitting a new password"),
                of(new DirectoryImported(TARO, 3, 40), POLICY_CHANGE, SUCCESS, "Directory imported"),
                step(WritebackResult.success(ID, "agent-1", Map.of()), "On-premises password set"),
                failedStep(refusedOnPremises(WritebackVerdict.PASSWORD_POLICY), "OnPremisesPolicyViolation"),
                failedStep(refusedOnPremises(WritebackVerdict.EXPIRED), "OnPremisesConnectivityError"),
                of(agentEvent(Level.INFORMATION), AGENT_EVENT, SUCCESS, "PasswordResetStart"),
                of(agentEvent(Level.ERROR), AGENT_EVENT, FAILURE, "PasswordResetStart"),
                step(new Delivered(ID, Content.CODE, Channel.SMS, 1), "Message taken by mail server or gateway"),
                failedStep(new DeliveryFailed(ID, Content.CODE, Channel.SMS, 3, REJECTED), "Undeliverable"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void tellsActivityResultAndReason_R_AUD_46(Fact fact, Activity activity, Result result, String reason) {
        DirectoryAudit line =
                DescribeFact.describe(new Message<>(ID, NOW, "/a-service", "contoso", ID.toString(), ID, fact));

        assertThat(line.activityDisplayName()).isEqualTo(activity.displayName());
        assertThat(line.category()).isEqualTo(activity.category());
        assertThat(line.result()).isEqualTo(result);
        assertThat(line.resultReason()).isEqualTo(reason);
        assertThat(line.loggedByService()).isEqualTo("Self-service Password Management");
        assertThat(line.correlationId()).isEqualTo(ID);
    }

    @Test
    void isKnownForEveryFactThatIsPublished() {
        Set<Class<?>> published = Arrays.stream(EventType.values())
                .map(EventType::body)
                .filter(Fact.class::isAssignableFrom)
                .collect(Collectors.toSet());

        Set<Class<?>> described = facts().map(row -> row.get()[0].getClass()).collect(Collectors.toSet());

        assertThat(described).isEqualTo(published);
    }

    @Test
    void bearsTheNameThatAdministratorsSearchFor_R_AUD_20() {
        assertThat(Arrays.stream(Activity.values()).map(Activity::displayName))
                .containsExactly(
                        "Reset password (self-service)",
                        "Self-service password reset flow activity progress",
                        "Self-service password reset policy changes",
                        "Writeback agent event");
    }

    private static ResetRefused refused(int code, Stage stage) {
        return new ResetRefused(ID, TARO, SsprCode.of(code), stage, "NO_RIGHTS", 33004, Map.of());
    }

    private static WritebackResult refusedOnPremises(WritebackVerdict reason) {
        return WritebackResult.refused(ID, "agent-1", reason, Map.of());
    }

    private static AgentEventRecorded agentEvent(Level level) {
        return new AgentEventRecorded("agent-1", 31001, "PasswordResetStart", level, ID, Map.of());
    }

    private static Arguments step(Fact fact, String reason) {
        return of(fact, PROGRESS, SUCCESS, reason);
    }

    private static Arguments failedStep(Fact fact, String reason) {
        return of(fact, PROGRESS, FAILURE, reason);
    }

    private static Arguments abandoned(Fact fact, String reason) {
        return of(fact, PROGRESS, TIMEOUT, reason);
    }

    private static Arguments failedReset(Fact fact, String reason) {
        return of(fact, RESET, FAILURE, reason);
    }

    private static Arguments of(Fact fact, Activity activity, Result result, String reason) {
        return Arguments.of(fact, activity, result, reason);
    }
}
