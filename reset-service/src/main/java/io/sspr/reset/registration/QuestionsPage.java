package io.sspr.reset.registration;

import io.quarkus.qute.TemplateInstance;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Texts;
import io.sspr.reset.question.GivenAnswer;
import io.sspr.reset.registration.RegistrationView.QuestionView;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes security questions and the answers to them, all at once. What was answered is never shown again. Source: R-REG-08, R-SQ-02 … R-SQ-05. */
@Path("/ssprsetup/questions")
@Produces(MediaType.TEXT_HTML)
public class QuestionsPage {
    private static final int MOST_ROWS = 20;

    private final BeginPageVisit beginPageVisit;
    private final RegisterQuestions registerQuestions;

    QuestionsPage(BeginPageVisit beginPageVisit, RegisterQuestions registerQuestions) {
        this.beginPageVisit = beginPageVisit;
        this.registerQuestions = registerQuestions;
    }

    /**
     * One question and its answer.
     *
     * @param number from 1
     * @param chosen key of the question; empty if none is
     * @param questionError what is wrong with it, or null; so {@code answerError}
     */
    public record Row(int number, String chosen, String questionError, String answerError) {
        public boolean isChosen(QuestionView question) {
            return question.key().equals(chosen);
        }
    }

    /**
     * @param count how many have to be answered at least
     * @param more how many rows there would be with one more; 0 if there can be no more
     */
    public record questions(
            Page page,
            Arrival arrival,
            List<QuestionView> offered,
            List<Row> rows,
            int count,
            int more,
            boolean rejected)
            implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response look(@BeanParam Arrival arrival, @QueryParam("rows") Integer rows, @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        List<String> nothing = IntStream.range(0, rows == null ? 0 : Math.min(rows, MOST_ROWS))
                .mapToObj(row -> "")
                .toList();
        return show(visit, nothing, List.of(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response register(
            @BeanParam Arrival arrival,
            @FormParam("question") @Size(max = MOST_ROWS) List<@Size(max = 100) String> chosen,
            @FormParam("answer") @Size(max = MOST_ROWS) List<String> answers,
            @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        return visit.answer(
                registerQuestions.register(visit.caller(), given(chosen, answers)),
                faults -> faults.isEmpty()
                        ? PageVisit.goTo(arrival.overview(News.REGISTERED))
                        : show(visit, chosen, faults, visit.problem(ProblemName.ANSWERS_REJECTED)),
                visit::refuse);
    }

    private static Response show(PageVisit visit, List<String> chosen, List<Fault> faults, Problem problem) {
        return visit.show(view -> {
            if (view.securityQuestions() == null) {
                return visit.refuse(visit.problem(ProblemName.METHOD_NOT_REGISTRABLE));
            }
            List<QuestionView> offered = view.securityQuestions().questions();
            int count = view.securityQuestions().registerCount();
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < Math.max(count, chosen.size()); i++) {
                rows.add(new Row(
                        i + 1,
                        i < chosen.size() ? chosen.get(i) : "",
                        error(visit, faults, "answers[" + i + "].question"),
                        error(visit, faults, "answers[" + i + "].answer")));
            }
            boolean mayBeMore = rows.size() < Math.min(offered.size(), MOST_ROWS);
            return PageVisit.page(
                    new questions(
                            visit.page(),
                            visit.arrival(),
                            offered,
                            rows,
                            count,
                            mayBeMore ? rows.size() + 1 : 0,
                            problem != null),
                    problem);
        });
    }

    private static String error(PageVisit visit, List<Fault> faults, String where) {
        return faults.stream()
                .filter(fault -> fault.where().equals(where))
                .findFirst()
                .map(fault -> Texts.get(visit.language(), fault.text()))
                .orElse(null);
    }

    private static List<GivenAnswer> given(List<String> chosen, List<String> answers) {
        return IntStream.range(0, Math.min(chosen.size(), answers.size()))
                .mapToObj(i -> new GivenAnswer(chosen.get(i), Secret.of(answers.get(i))))
                .toList();
    }
}
