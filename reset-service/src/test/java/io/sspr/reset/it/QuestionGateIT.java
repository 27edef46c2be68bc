package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.authenticator.AddAuthenticator;
import io.sspr.reset.authenticator.AppSecret;
import io.sspr.reset.authenticator.Authenticator.Kind;
import io.sspr.reset.problem.Language;
import io.sspr.reset.question.GivenAnswer;
import io.sspr.reset.question.OfferedQuestions;
import io.sspr.reset.question.PredefinedQuestion;
import io.sspr.reset.question.RegisterAnswers;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gate that opens to answers, what administrators have to prove, and which methods are shown; on a real database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class QuestionGateIT extends ResetWalk {
    private static final List<PredefinedQuestion> OWN = List.of(
            PredefinedQuestion.FIRST_PET,
            PredefinedQuestion.FAVOURITE_FOOD,
            PredefinedQuestion.FIRST_SCHOOL,
            PredefinedQuestion.CHILDHOOD_HERO,
            PredefinedQuestion.CITY_FIRST_JOB);
    private static final Map<String, String> ASK = Map.of("method", "SECURITY_QUESTIONS");

    @Inject
    RegisterAnswers registerAnswers;

    @Inject
    AddAuthenticator addAuthenticator;

    @Test
    void threeOfTheUsersOwnQuestionsAreAskedAndTheAnswersOpenTheGate_R_SQ_05_R_SQ_08() {
        Response begun = begun();
        Response challenge = choose(begun, ASK);
        List<String> drawn = challenge.path("questions.key");

        assertThat(drawn).hasSize(3).doesNotHaveDuplicates().isSubsetOf(keys());
        assertThat(answer(begun, challenge.path("id"), drawn, "  MY %s  ").<String>path("state"))
                .isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void questionsAreReadInTheUsersLanguage_R_SQ_02_R_FLW_02() {
        Response begun = begun();
        choose(begun, ASK);

        Response japanese = as(begun).queryParam("mkt", "ja-JP").get("/api/v1/resets/" + id(begun));

        List<String> texts =
                OWN.stream().map(question -> question.text(Language.JA)).toList();
        assertThat(japanese.<List<String>>path("challenge.questions.text")).isSubsetOf(texts);
    }

    @Test
    void aWrongAnswerFailsThemAllAndOthersAreDrawn_R_SQ_06() {
        Response begun = begun();
        String challenge = choose(begun, ASK).path("id");
        Set<List<String>> draws = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            draws.add(drawn(begun));
            Response wrong = reply(begun, challenge, Map.of("answers", oneWrong(drawn(begun), i % 3)));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(problem(wrong)).isEqualTo("AnswersWrong");
            assertThat(wrong.<List<String>>path("errors")).isNull();
        }

        draws.add(drawn(begun));
        assertThat(draws).hasSizeGreaterThan(1);
        assertThat(answer(begun, challenge, drawn(begun), "my %s").<String>path("state"))
                .isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void answersToAFormerDrawAreWrong_R_SQ_06() {
        Response begun = begun();
        String challenge = choose(begun, ASK).path("id");
        List<String> former = drawn(begun);
        reply(begun, challenge, Map.of("answers", oneWrong(former, 0)));
        List<String> others =
                keys().stream().filter(key -> !drawn(begun).contains(key)).toList();
        List<String> mixed = Stream.concat(
                        drawn(begun).stream().limit(2), others.stream().limit(1))
                .toList();

        assertThat(problem(answer(begun, challenge, mixed, "my %s"))).isEqualTo("AnswersWrong");
        assertThat(problem(answer(begun, challenge, drawn(begun).subList(0, 2), "my %s")))
                .isEqualTo("AnswersWrong");
    }

    @Test
    void theFifthWrongTryBlocks_R_THR_02() {
        Response begun = begun();
        String challenge = choose(begun, ASK).path("id");
        for (int i = 0; i < 4; i++) {
            assertThat(problem(reply(begun, challenge, Map.of("answers", List.of()))))
                    .isEqualTo("AnswersWrong");
        }

        assertThat(problem(reply(begun, challenge, Map.of("answers", List.of()))))
                .isEqualTo("Throttled");
        assertThat(problem(answer(begun, challenge, keys().subList(0, 3), "my %s")))
                .isEqualTo("Throttled");
    }

    @Test
    void aCodeIsNoAnswer() {
        Response begun = begun();
        String challenge = choose(begun, ASK).path("id");

        assertThat(problem(typeCode(begun, challenge, "000000"))).isEqualTo("MalformedRequest");
        assertThat(state(begun)).isEqualTo("GATES_OPEN");
    }

    @Test
    void administratorsAreNeverAskedQuestions_R_SQ_01_R_ADM_04() {
        letAsk();
        register(ADMINISTRATOR);

        Response begun = begin(ADMINISTRATOR);

        assertThat(begun.<List<String>>path("methods.method")).containsExactly("MOBILE_PHONE", "EMAIL");
        assertThat(problem(choose(begun, ASK))).isEqualTo("MethodNotOffered");
    }

    @Test
    void administratorsPassTwoGatesWhateverTheTenantWants_R_ADM_01_R_ADM_04_R_ADM_05() {
        setPolicy("{\"ssprEnabled\": \"NONE\", \"methodsRequired\": 1, \"methodsEnabled\": [\"EMAIL\"]}");
        Response begun = begin(ADMINISTRATOR);

        String mail = sendCode(begun).path("id");
        assertThat(typeCode(begun, mail, code(mail)).<String>path("state")).isEqualTo("GATES_OPEN");
        String text = choose(begun, Map.of("method", "MOBILE_PHONE", "phoneNumber", "+1 4255550100"))
                .path("id");
        assertThat(typeCode(begun, text, code(text)).<String>path("state")).isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void everyMethodIsShownTheSafestFirst_R_FLW_07_R_PHN_07_R_EML_03() {
        setPolicy("""
                {"methodsRequired": 2, "methodsEnabled": ["SECURITY_QUESTIONS", "EMAIL", "OFFICE_PHONE", "MOBILE_PHONE",
                 "APP_CODE", "APP_NOTIFICATION"]}""");
        register("cloud");
        addAuthenticator.add(accountId("cloud"), Kind.MICROSOFT, "My phone", "device-1", AppSecret.random());

        Response begun = begin("cloud");

        assertThat(begun.<List<String>>path("methods.method"))
                .containsExactly(
                        "APP_NOTIFICATION", "APP_CODE", "MOBILE_PHONE", "OFFICE_PHONE", "EMAIL", "SECURITY_QUESTIONS");
        assertThat(begun.<List<List<String>>>path("methods.channels"))
                .containsExactly(
                        List.of("PUSH"),
                        List.of(),
                        List.of("SMS", "VOICE"),
                        List.of("VOICE"),
                        List.of("EMAIL"),
                        List.of());
        assertThat(begun.<List<String>>path("methods.hint"))
                .containsExactly(null, null, "+* ********01", "+* ********02", "c****@home.example", null);
    }

    private Response begun() {
        letAsk();
        register("cloud");
        return begin("cloud");
    }

    private void letAsk() {
        setPolicy("{\"methodsEnabled\": [\"SECURITY_QUESTIONS\", \"EMAIL\"], \"sq\": {\"resetCount\": 3}}");
    }

    private void register(String name) {
        List<GivenAnswer> answers = keys().stream()
                .map(key -> new GivenAnswer(key, Secret.of("My " + key)))
                .toList();
        assertThat(registerAnswers.register(
                        accountId(name), 5, OfferedQuestions.of(PredefinedQuestion.names(), List.of()), answers))
                .isEmpty();
    }

    private static List<String> keys() {
        return OWN.stream().map(PredefinedQuestion::key).toList();
    }

    private List<String> drawn(Response begun) {
        return look(begun).path("challenge.questions.key");
    }

    private static Response answer(Response begun, String challenge, List<String> questions, String pattern) {
        List<Map<String, String>> answers = questions.stream()
                .map(key -> Map.of("question", key, "answer", pattern.formatted(key)))
                .toList();
        return reply(begun, challenge, Map.of("answers", answers));
    }

    private static List<Map<String, String>> oneWrong(List<String> questions, int wrong) {
        return questions.stream()
                .map(key -> Map.of(
                        "question", key, "answer", questions.indexOf(key) == wrong ? "none of these" : "my " + key))
                .toList();
    }
}
