package io.sspr.sandbox.tour;

import static io.sspr.sandbox.tour.Stop.SUCCESS;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.tour.Http.Answer;
import java.util.List;

/** Journeys by every method: calls, apps and what users register themselves. */
final class MethodJourneys {
    private static final String REGISTERED_PHONE = "+1 4255550126";

    private final Steps steps;
    private final Gates gates;
    private final Registrations registrations;
    private final Seed seed;

    MethodJourneys(Steps steps, Gates gates, Registrations registrations, Seed seed) {
        this.steps = steps;
        this.gates = gates;
        this.registrations = registrations;
        this.seed = seed;
    }

    Stop success(String name, String tried, Proof proof) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(
                account, tried, SUCCESS, () -> steps.finish(steps.atPasswordPage(account, List.of(proof)), account));
    }

    Stop appCode(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "code of an authenticator app", SUCCESS, () -> {
            registrations.addApp(account);
            return steps.finish(steps.atPasswordPage(account, List.of(Proof.APP_CODE)), account);
        });
    }

    Stop approved(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "notification approved, then a code by e-mail", SUCCESS, () -> {
            registrations.addAppWithNotifications(account);
            List<Proof> proofs = List.of(Proof.NOTIFICATION, Proof.MAIL);
            return steps.finish(steps.atPasswordPage(account, proofs), account);
        });
    }

    Stop phoneRegistered(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "nothing on file, then a phone registered", "SSPR_0014, " + SUCCESS, () -> {
            String refused = steps.begin(account.upn()).got();
            registrations.addPhone(account, REGISTERED_PHONE);
            ResetClient reset = steps.begun(account);
            gates.passByCode(reset, Proof.SMS, REGISTERED_PHONE);
            return Steps.after(refused, steps.finish(reset, account));
        });
    }

    Stop hungUp(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "call to the mobile phone, hung up", "CodeVoid", () -> {
            ResetClient reset = steps.begun(account);
            String challenge = gates.hangUp(reset, Proof.CALL_TO_MOBILE, account.phone());
            return Steps.refusal(reset, reset.typeCode(challenge, "000000"));
        });
    }

    Stop denied(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "notification denied", "CodeVoid", () -> {
            registrations.addAppWithNotifications(account);
            ResetClient reset = steps.begun(account);
            String challenge = gates.deny(reset, account);
            return Steps.refusal(reset, reset.typeCode(challenge, "000000"));
        });
    }

    Stop questionsAnswered(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "security questions, answered", SUCCESS, () -> {
            Answers answers = registrations.addAnswers(account);
            ResetClient reset = steps.begun(account);
            Answer asked = reset.challenge("SECURITY_QUESTIONS", null, null);
            reset.answer(asked.body().path("id").asText(), answers.to(asked.body()));
            return steps.finish(reset, account);
        });
    }

    Stop questionsAnsweredWrongly(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "security questions, one answer wrong", "AnswersWrong", () -> {
            Answers answers = registrations.addAnswers(account);
            ResetClient reset = steps.begun(account);
            Answer asked = reset.challenge("SECURITY_QUESTIONS", null, null);
            String challenge = asked.body().path("id").asText();
            return Steps.refusal(reset, reset.answer(challenge, answers.oneWrongTo(asked.body())));
        });
    }

    /** A user registers answers, is made an administrator, and from then on has one method too few. */
    Stop administratorWithAnswers(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, "administrator: questions do not count", "SSPR_0014", () -> {
            seed.one(account, List.of());
            registrations.addAnswers(account);
            seed.one(account, account.roles());
            return steps.begin(account.upn());
        });
    }
}
