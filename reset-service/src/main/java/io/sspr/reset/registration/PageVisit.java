package io.sspr.reset.registration;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.gate.Method;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.registration.RegistrationView.OptionView;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** One request for a page of the portal: who sends it, how they came, and what it is answered with. */
public final class PageVisit {
    private final DescribeRegistration describeRegistration;
    private final Page page;
    private final Caller caller;
    private final Arrival arrival;

    PageVisit(DescribeRegistration describeRegistration, Page page, Caller caller, Arrival arrival) {
        this.describeRegistration = describeRegistration;
        this.page = page;
        this.caller = caller;
        this.arrival = arrival;
    }

    /** The page that tells why there is no other. Source: R-REG-02, R-REG-03. */
    public record refused(Page page, Problem problem, boolean mayGoBack) implements TemplateInstance {}

    Page page() {
        return page;
    }

    Caller caller() {
        return caller;
    }

    Arrival arrival() {
        return arrival;
    }

    Language language() {
        return page.language();
    }

    /** What the user may see of their registration before they have proven who they are. */
    Response look(Function<RegistrationView, Response> seen) {
        return answer(
                describeRegistration.describe(caller, arrival.asMode(), language()), seen, problem -> refuse(problem));
    }

    /** A page that is only for those who have proven who they are; others do so first. Source: R-REG-14. */
    Response show(Function<RegistrationView, Response> seen) {
        return look(view -> view.proof().required() ? prove() : seen.apply(view));
    }

    /**
     * The form by which one of these methods is registered.
     *
     * @param problem what was wrong with the form when it was sent; null if it was not
     * @param form makes the page; it gets the first of them that is offered
     */
    Response form(Problem problem, Function<OptionView, TemplateInstance> form, Method... methods) {
        return show(view -> view.options().stream()
                .filter(option -> Stream.of(methods).anyMatch(option.method()::equals))
                .findFirst()
                .map(option -> page(form.apply(option), problem))
                .orElseGet(() -> refuse(problem(ProblemName.METHOD_NOT_REGISTRABLE))));
    }

    /**
     * The answer to a form.
     *
     * @param again shows the form again, with what was wrong
     */
    <T> Response answer(Outcome<T> outcome, Function<T, Response> done, Function<Problem, Response> again) {
        Response answer = RegistrationAnswers.answer(outcome, caller, language(), done);
        if (!(answer.getEntity() instanceof Problem problem)) {
            return answer;
        }
        if (is(problem, ProblemName.PROOF_REQUIRED)) {
            return prove();
        }
        return is(problem, ProblemName.REGISTRATION_NOT_ALLOWED) ? refuse(problem) : again.apply(problem);
    }

    /** @param problem null if there is none */
    static Response page(TemplateInstance page, Problem problem) {
        return Response.status(problem == null ? Response.Status.OK.getStatusCode() : problem.status())
                .entity(page)
                .build();
    }

    /** A page instead of the one that was wanted. */
    Response refuse(Problem problem) {
        boolean mayGoBack = !is(problem, ProblemName.REGISTRATION_NOT_ALLOWED);
        return page(new refused(page, problem, mayGoBack), problem);
    }

    Problem problem(ProblemName name) {
        return Problems.of(name, caller.signInId(), language());
    }

    static boolean is(Problem problem, ProblemName name) {
        return problem.code().equals(name.code());
    }

    /** Names a form that was sent, and what was typed in it: whoever goes back and types something else asks for something else. */
    static UUID sent(UUID form, Object typed) {
        return form == null ? null : UUID.nameUUIDFromBytes((form + " " + typed).getBytes(StandardCharsets.UTF_8));
    }

    static Response goTo(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    private Response prove() {
        return goTo(arrival.at("/proof"));
    }
}
