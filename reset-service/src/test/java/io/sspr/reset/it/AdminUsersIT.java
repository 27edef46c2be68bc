package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.Message;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.reset.problem.Language;
import io.sspr.reset.question.GivenAnswer;
import io.sspr.reset.question.OfferedQuestions;
import io.sspr.reset.question.PredefinedQuestion;
import io.sspr.reset.question.RegisterAnswers;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The users in the administration portal: who is found, what is shown of them, and what can be done for them. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AdminUsersIT extends AdminResetWalk {
    private static final Pattern GENERATED = Pattern.compile("<code id=\"generated\"[^>]*>([^<]+)</code>");
    private static final Pattern USER = Pattern.compile("href=\"/admin/users/([0-9a-f-]{36})\"");
    private static final String RESET = "Reset the password";

    @Inject
    RegisterAnswers registerAnswers;

    @Test
    void aUserIsFoundByAnyPartOfNameOrId_andTheAddressSaysNothing_R_ACT_06() {
        importAccounts(
                "{\"userPrincipalName\": \"n.mori@%s\", \"displayName\": \"森 Noriko\", \"kind\": \"CLOUD_ONLY\"}");
        Visit visit = as(ADMINISTRATOR).open("/admin/users").expect(200);

        for (String text : List.of("norik", "森", "N.MORI@")) {
            visit.set("name", text).submit("/admin/users").expect(200);

            assertThat(users(visit)).as(text).containsExactly(accountId("n.mori"));
            assertThat(visit.address()).isEqualTo("/admin/users");
            assertThat(visit.value("name")).isEqualTo(text);
        }
        assertThat(users(visit.set("name", "100%").submit("/admin/users").expect(200)))
                .isEmpty();
        assertThat(users(visit.set("name", " ").submit("/admin/users").expect(200)))
                .hasSize(6);
        assertThat(visit.follow("森 Noriko").expect(200).heading()).isEqualTo("森 Noriko");
    }

    @Test
    void usersComeAPageAtATime_R_ACT_06() {
        importAccounts(IntStream.range(0, 52)
                .mapToObj("{\"userPrincipalName\": \"clerk%1$02d@%%s\", \"kind\": \"CLOUD_ONLY\"}"::formatted)
                .collect(Collectors.joining(",")));
        Visit visit =
                as(ADMINISTRATOR).open("/admin/users").set("name", "clerk").submit("/admin/users");
        List<UUID> seen = new ArrayList<>(users(visit));

        assertThat(seen).hasSize(25);
        seen.addAll(users(visit.press("Next users").expect(200)));
        assertThat(visit.address()).isEqualTo("/admin/users");
        seen.addAll(users(visit.press("Next users").expect(200)));

        assertThat(seen).hasSize(52).doesNotHaveDuplicates();
        assertThat(visit.text()).doesNotContain("Next users");
    }

    @Test
    void contactDataIsMasked_R_PHN_07_R_EML_03() {
        Visit visit = userPage("cloud");

        assertThat(visit.text())
                .contains("+* ********01", "c****@home.example", "In the cloud", "Entra ID P1 To the user")
                .contains("Accepted at a reset now Mobile phone, Email", "Methods that a reset asks for: 1");
        assertThat(visit.html()).doesNotContain("4255550101", "c@home.example");
        assertThat(visit.text()).contains("Registered by the user Nothing Registration is not complete");
    }

    @Test
    void malformedDataIsFlaggedAndItIsSaidHowToMendIt_R_PHN_03_R_EML_01_R_MTH_01() {
        importAccounts(
                "{\"userPrincipalName\": \"maya@%s\", \"kind\": \"FEDERATED\", \"mobilePhone\": \"090-1234-5678\","
                        + " \"alternateEmail\": \"maya at home@contoso\", \"cloudAnchor\": \"AAECAwQFBgcICQoLDA0OEQ==\"},"
                        + " {\"userPrincipalName\": \"mika@%s\", \"kind\": \"CLOUD_ONLY\", \"authenticationPhone\": \"4255550123\","
                        + " \"mobilePhone\": \"+1 4255550124\", \"licences\": [\"FREE\"]}");
        Visit list = as(ADMINISTRATOR).open("/admin/users").set("name", "maya").submit("/admin/users");
        assertThat(list.text()).contains("Malformed data", "Not enough to reset", "No licence");

        Visit synced = userPage("maya");
        assertThat(synced.text())
                .contains("Malformed", "***-****-**78", "ma****@contoso", "+81 312345678")
                .contains("Correct it in the on-premises directory", "Accepted at a reset now None");
        assertThat(synced.html()).doesNotContain("090-1234", "maya at");

        Visit own = userPage("mika");
        assertThat(own.text())
                .contains(
                        "********23",
                        "Ask the user to register it anew",
                        "Not used: what the user registered comes first")
                .contains("Accepted at a reset now None");
    }

    @Test
    void thatQuestionsAreAnsweredIsShownAndNothingMore_R_SQ_07() {
        List<PredefinedQuestion> questions =
                Stream.of(PredefinedQuestion.values()).limit(5).toList();
        List<GivenAnswer> answers = questions.stream()
                .map(question -> new GivenAnswer(question.key(), Secret.of("Lisbon " + question.key())))
                .toList();
        registerAnswers.register(
                accountId("cloud"), 5, OfferedQuestions.of(PredefinedQuestion.names(), List.of()), answers);

        Visit visit = userPage("cloud");

        assertThat(visit.text()).contains("Registered by the user Security questions");
        assertThat(visit.html()).doesNotContain("Lisbon").doesNotContain("argon2");
        assertThat(questions).noneMatch(question -> visit.html().contains(question.text(Language.EN)));
    }

    @Test
    void aPasswordIsMadeUpAndShownOnce_R_WB_42_R_WB_45() {
        Visit visit = userPage("cloud");
        Map<String, String> again =
                Map.of("csrf", visit.value("csrf"), "seen", visit.value("seen"), "mustChange", "true");

        visit.press(RESET).expect(200);

        String generated = generated(visit);
        assertThat(generated).hasSize(16);
        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(problem(signIn("cloud", generated))).isEqualTo("PasswordExpired");
        assertThat(visit.text()).doesNotContain("日本語");
        assertThat(visit.open(visit.path()).expect(200).path()).isEqualTo("/admin/users/" + accountId("cloud"));
        assertThat(visit.html()).contains("日本語").doesNotContain(generated);
        assertThat(visit.text()).contains("Has to be replaced at the next sign-in");

        visit.post("/admin/users/" + accountId("cloud") + "/password", again).expect(412);
        assertThat(problem(signIn("cloud", generated))).isEqualTo("PasswordExpired");
    }

    @Test
    void ofSeveralAdministratorsAtOnceOneIsToldAPassword_R_WB_42() {
        List<Visit> visits =
                IntStream.range(0, 4).mapToObj(i -> userPage("cloud")).toList();

        List<CompletableFuture<Visit>> pressed = visits.stream()
                .map(visit -> CompletableFuture.supplyAsync(() -> visit.press(RESET)))
                .toList();

        assertThat(pressed.stream().map(CompletableFuture::join).map(Visit::status))
                .containsExactlyInAnyOrder(200, 412, 412, 412);
        Visit told = visits.stream()
                .filter(visit -> visit.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(problem(signIn("cloud", generated(told)))).isEqualTo("PasswordExpired");
    }

    @Test
    void thePasswordStaysIfTheAdministratorWantsSo_R_WB_45() {
        Visit visit = userPage("cloud").set("mustChange").press(RESET).expect(200);

        assertThat(signIn("cloud", generated(visit)).statusCode()).isEqualTo(200);
    }

    @Test
    void theAgentSetsATypedPassword_R_WB_42() {
        beat();
        Visit visit = userPage("federated").set("newPassword", FRESH);

        CompletableFuture<Visit> answer = CompletableFuture.supplyAsync(() -> visit.press(RESET));
        Message<WritebackRequest> asked =
                broker.await(WritebackRequest.class, sent -> sent.tenant().equals(tenant));
        answer(asked, WritebackResult.success(asked.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        assertThat(answer.join().expect(200).path()).isEqualTo("/admin/users/" + accountId("federated"));
        assertThat(visit.text()).contains("The new password is in force");
        assertThat(visit.html()).doesNotContain(FRESH);
    }

    @Test
    void theAgentsSilenceIsToldOnThePage_R_WB_42_R_CHK_10() {
        Visit visit =
                userPage("federated").set("newPassword", FRESH).press(RESET).expect(503);

        assertThat(visit.text()).contains("SSPR_0030");
        assertThat(visit.value("newPassword")).isEmpty();
    }

    @Test
    void theBlockIsLifted_R_THR_06() {
        IntStream.range(0, 5).forEach(i -> begin("cloud"));
        assertThat(problem(tryToBegin("cloud"))).isEqualTo("Throttled");
        Visit visit = userPage("cloud");
        assertThat(visit.text()).contains("Blocked until");

        visit.press("Lift the block").expect(200);

        assertThat(visit.text()).contains("The user may try again").doesNotContain("Blocked until");
        assertThat(tryToBegin("cloud").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "Helpdesk Administrator, admin, 403, Only a Global Administrator",
        "Authentication Administrator, cloud, 403, Your role does not allow",
        "Password Administrator, helen, 422, This is your own account",
        "Global Administrator, guest, 422, The password of a guest"
    })
    void whoeverMayNotIsToldWhyAndIsRefused_R_ACT_06_R_ACT_07_R_WB_43(
            String role, String user, int status, String why) {
        employ("helen", role);
        Visit visit = as("helen").open("/admin/users/" + accountId(user)).expect(200);
        assertThat(visit.text()).contains(why).doesNotContain("Reset the password");

        Map<String, String> forged = Map.of("csrf", visit.cookie("form"), "seen", seen(user), "mustChange", "true");
        visit.post("/admin/users/" + accountId(user) + "/password", forged).expect(status);

        assertThat(signIn("admin", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void usersOfOtherTenantsAreNotFound_R_ACT_06() {
        UUID stranger = accountId("cloud");
        importTenant();
        Visit visit = as(ADMINISTRATOR).open("/admin/users");
        Map<String, String> form = Map.of("csrf", visit.value("csrf"), "seen", "0");

        visit.open("/admin/users/" + stranger).expect(404);
        visit.post("/admin/users/" + stranger + "/password", form).expect(404);
        visit.post("/admin/users/" + stranger + "/unlock", form).expect(404);
        visit.post("/admin/users/" + stranger + "/block", form).expect(404);
        visit.open("/admin/users/" + UUID.randomUUID()).expect(404);
        assertThat(users(visit.post("/admin/users", Map.of("csrf", form.get("csrf"), "after", stranger.toString()))))
                .hasSize(5)
                .doesNotContain(stranger);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/users",
                "/admin/groups",
                "/admin/import",
                "/admin/connect",
                "/admin/policy",
                "/admin/onpremises"
            })
    void othersSeeNothing_R_UI_06(String address) {
        employ("rita", "Reports Reader");

        as("cloud").open(address).expect(403);
        as("rita").open(address).expect(403);
        assertThat(new Visit(clock).open(address).path()).isEqualTo("/signin");
    }

    private Visit as(String name) {
        String token = signIn(name, PASSWORD).path("accessToken");
        return new Visit(clock).speaking("en").saying("Authorization", "Bearer " + token);
    }

    private Visit userPage(String name) {
        return as(ADMINISTRATOR).open("/admin/users/" + accountId(name)).expect(200);
    }

    private void employ(String name, String role) {
        importAccounts("{\"userPrincipalName\": \"" + name + "@%s\", \"kind\": \"CLOUD_ONLY\", \"roles\": [\"" + role
                + "\"], \"password\": \"" + PASSWORD + "\"}");
    }

    private String seen(String user) {
        return accounts.findById(accountId(user))
                .passwordSetAt()
                .map(at -> Long.toString(at.toEpochMilli()))
                .orElse("0");
    }

    private static List<UUID> users(Visit visit) {
        return USER.matcher(visit.html())
                .results()
                .map(MatchResult::group)
                .map(link -> UUID.fromString(link.substring(link.length() - 37, link.length() - 1)))
                .toList();
    }

    private static String generated(Visit visit) {
        return GENERATED
                .matcher(visit.html())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no password in " + visit.html()));
    }
}
