package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.PROGRESS;
import static io.sspr.audit.record.Entry.failure;
import static io.sspr.audit.record.Entry.success;

import io.sspr.contract.gate.CodeRefused;
import io.sspr.contract.gate.CodeRequested;
import io.sspr.contract.gate.GateFact;
import io.sspr.contract.gate.GatePassed;
import io.sspr.contract.gate.PhoneNumberMismatched;

/** What happened at the gates of a reset. Source: R-AUD-24. */
final class GateEntries {
    private static final String QUESTIONS = "SECURITY_QUESTIONS";

    private GateEntries() {}

    static Entry of(CodeRequested fact) {
        return at(fact.gate(), fact, success(PROGRESS, "Started a verification method"))
                .with("ChallengeId", fact.challengeId());
    }

    static Entry of(PhoneNumberMismatched fact) {
        return at(fact.gate(), fact, failure(PROGRESS, "PhoneMismatch"));
    }

    static Entry of(CodeRefused fact) {
        return at(fact.gate(), fact, failure(PROGRESS, problem(fact))).with("ChallengeId", fact.challengeId());
    }

    static Entry of(GatePassed fact) {
        return at(fact.gate(), fact, success(PROGRESS, "Completed a verification method"))
                .with("GatesRequired", fact.gatesRequired());
    }

    private static Entry at(int gate, GateFact fact, Entry entry) {
        return entry.byAndTo(fact.user()).with("Gate", gate).with("Method", MethodNames.of(fact.method()));
    }

    private static String problem(CodeRefused fact) {
        return switch (fact.cause()) {
            case WRONG -> QUESTIONS.equals(fact.method()) ? "WrongAnswers" : "WrongCode";
            case EXPIRED -> "CodeExpired";
            case DENIED -> "ApprovalDenied";
        };
    }
}
