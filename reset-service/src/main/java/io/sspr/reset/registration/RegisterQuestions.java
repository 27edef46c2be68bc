package io.sspr.reset.registration;

import io.sspr.reset.gate.Method;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.question.GivenAnswer;
import io.sspr.reset.question.OfferedQuestions;
import io.sspr.reset.question.RegisterAnswers;
import io.sspr.reset.question.SecurityAnswers;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Registers security questions, all at once; never for administrators. Source: R-REG-08, R-SQ-01 … R-SQ-05. */
@ApplicationScoped
class RegisterQuestions {
    private final EnterRegistration enter;
    private final RegisterAnswers registerAnswers;
    private final SecurityAnswers answers;
    private final RecordChange recordChange;

    RegisterQuestions(
            EnterRegistration enter,
            RegisterAnswers registerAnswers,
            SecurityAnswers answers,
            RecordChange recordChange) {
        this.enter = enter;
        this.registerAnswers = registerAnswers;
        this.answers = answers;
        this.recordChange = recordChange;
    }

    /** @return what is wrong; nothing is stored unless empty */
    @Transactional
    Outcome<List<Fault>> register(Caller caller, List<GivenAnswer> given) {
        return enter.toChange(caller, visit -> {
            if (!visit.options(Mode.MANAGE).offered().contains(Method.SECURITY_QUESTIONS)) {
                return Outcome.declined(ProblemName.METHOD_NOT_REGISTRABLE);
            }
            TenantPolicy.Questions policy = visit.tenant().policy().sq();
            boolean replaced = answers.registered(visit.account().id()) > 0;
            List<Fault> faults = registerAnswers.register(
                    visit.account().id(),
                    policy.registerCount(),
                    OfferedQuestions.of(policy.predefined(), policy.custom()),
                    given);
            if (faults.isEmpty()) {
                recordChange.registered(visit, Method.SECURITY_QUESTIONS, replaced);
            }
            return Outcome.done(faults);
        });
    }
}
