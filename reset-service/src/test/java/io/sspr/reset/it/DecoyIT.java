package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.gate.CodeRequested;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.contract.reset.ResetStarted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant that leads on whoever names accounts that do not exist, on a real broker and database. Source: R-ERR-91. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DecoyIT extends ResetWalk {
    private static final String WRONG = "no code";

    @BeforeEach
    void leadOn() {
        setPolicy("{\"enumerationProtection\": \"DECOY\", \"allowUnlockWithoutReset\": true}");
        leaveOnlyCloud();
    }

    @ParameterizedTest
    @CsvSource({"nobody, UNKNOWN", "disabled, SIGN_IN_DISABLED", "guest, GUEST"})
    void aResetSeemsToBeginAndTheAdministratorLearnsWhy_R_ERR_91(String name, Cause cause) {
        Response decoy = begin(name);
        Response known = begin("cloud");

        assertThat(shape(decoy)).isEqualTo(shape(known));
        assertThat(decoy.<List<String>>path("methods.method")).isEqualTo(known.<List<String>>path("methods.method"));
        assertThat(decoy.<List<String>>path("methods.hint"))
                .allSatisfy(hint -> assertThat(hint).matches("\\+\\* \\*{8}\\d\\d|[a-z]{2}\\*{4}@[a-z.]+"));
        AccountNotVerified fact = broker.await(AccountNotVerified.class, sent -> isOf(sent, decoy))
                .event();
        assertThat(fact.cause()).isEqualTo(cause);
        assertThat(fact.resetId()).hasToString(id(decoy));
        broker.await(ResetStarted.class, started -> isOf(started, known));
        assertThat(broker.all(ResetStarted.class, started -> isOf(started, decoy)))
                .isEmpty();
    }

    @Test
    void theSameNameHasTheSameHintsAndAnotherHasOthers_R_ERR_91() {
        assertThat(hints("nobody")).isEqualTo(hints("NoBody"));
        assertThat(List.of(hints("some"), hints("body"), hints("once"), hints("told"), hints("me")))
                .doesNotHaveDuplicates();
    }

    @Test
    void aCodeSeemsToGoOutAndNoneDoes_R_ERR_91() {
        Response decoy = begin("nobody");
        Response known = begin("cloud");

        Response sent = sendCode(decoy);
        Response really = sendCode(known);

        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(shape(sent)).isEqualTo(shape(really));
        assertThat(sent.<String>path("delivery")).isEqualTo("REQUESTED");
        clock.moveOn(Duration.ofSeconds(1));
        assertThat(look(decoy).<String>path("challenge.delivery")).isEqualTo("DELIVERED");
        broker.await(CodeRequested.class, fact -> isOf(fact, decoy));
        assertThat(code(really.path("id"))).hasSize(6);
        assertThat(broker.all(DeliverCode.class, message -> isOf(message, decoy)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "disabled", "guest", "cloud"})
    void wrongCodesBlockWhoeverTypesThem_R_ERR_91_R_THR_10(String name) {
        Response begun = begin(name);
        String challenge = sendCode(begun).path("id");
        for (int i = 0; i < 4; i++) {
            assertThat(problem(typeCode(begun, challenge, WRONG))).isEqualTo("CodeWrong");
        }

        assertThat(problem(typeCode(begun, challenge, WRONG))).isEqualTo("Throttled");
        assertThat(state(begun)).isEqualTo("BLOCKED");
        assertThat(problem(tryToBegin(name))).isEqualTo("Throttled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 00000000", "+1 20255501"})
    void noNumberIsTheirsWhoeverMadeItUp_R_ERR_91_R_PHN_05(String beginning) {
        Response decoy = begin("nobody");
        String hint = decoy.path("methods.find { it.method == 'MOBILE_PHONE' }.hint");
        String number = beginning + hint.substring(hint.length() - 2);

        Response answer = choose(decoy, Map.of("method", "MOBILE_PHONE", "phoneNumber", number));

        assertThat(problem(answer)).isEqualTo("PhoneMismatch");
        assertThat(comparable(answer))
                .isEqualTo(comparable(
                        choose(begin("cloud"), Map.of("method", "MOBILE_PHONE", "phoneNumber", "+1 4255550199"))));
    }

    @Test
    void whereUsersAreManagedOnPremisesDecoysAreAsWell_R_ERR_91_R_FLW_06_R_CHK_10() {
        importAccounts("""
                {"userPrincipalName": "cloud@%s", "kind": "CLOUD_ONLY", "enabled": false},
                {"userPrincipalName": "federated@%s", "kind": "FEDERATED", "alternateEmail": "f@home.example",
                 "licences": ["ENTRA_P1"], "cloudAnchor": "AAECAwQFBgcICQoLDA0ODw=="}
                """);
        assertThat(comparable(tryToBegin("nobody"))).isEqualTo(comparable(tryToBegin("federated")));

        Response known = begin("federated");
        Response decoy = begin("nobody");

        assertThat(shape(decoy)).isEqualTo(shape(known));
        assertThat(decoy.<Boolean>path("unlockOffered")).isTrue();
        assertThat(decoy.<List<String>>path("methods.method")).containsExactly("EMAIL");
    }

    @Test
    void everyStepIsAnsweredAsForAKnownUser_R_ERR_91() {
        Response decoy = begin("nobody");
        Response known = begin("cloud");
        Map<String, String> number = Map.of("method", "MOBILE_PHONE", "phoneNumber", "+1 2025550100000");

        assertThat(comparable(choose(decoy, number))).isEqualTo(comparable(choose(known, number)));
        assertThat(comparable(choose(decoy, Map.of("method", "APP_CODE"))))
                .isEqualTo(comparable(choose(known, Map.of("method", "APP_CODE"))));
        assertThat(comparable(submit(decoy))).isEqualTo(comparable(submit(known)));
        assertThat(comparable(typeCode(decoy, sendCode(decoy).path("id"), WRONG)))
                .isEqualTo(comparable(typeCode(known, sendCode(known).path("id"), WRONG)));
        assertThat(shape(look(decoy))).isEqualTo(shape(look(known)));
        assertThat(cancel(decoy)).isEqualTo(cancel(known));
    }

    @Test
    void fiveResetsAndNoMore_R_ERR_91_R_THR_03() {
        for (int i = 0; i < 5; i++) {
            begin("nobody");
            begin("cloud");
        }

        assertThat(comparable(tryToBegin("nobody"))).isEqualTo(comparable(tryToBegin("cloud")));
    }

    @Test
    void whereNobodyMayResetNobodySeemsToAndTheAdministratorLearnsWhoTried_R_CHK_04() {
        setPolicy("{\"ssprEnabled\": \"NONE\"}");

        assertThat(comparable(tryToBegin("nobody"))).isEqualTo(comparable(tryToBegin("cloud")));
        Response refused = tryToBegin("nobody");
        assertThat(problem(refused)).isEqualTo("SSPR_0009");
        AccountNotVerified fact = broker.await(AccountNotVerified.class, sent -> isOf(sent, refused))
                .event();
        assertThat(fact.cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(fact.resetId()).isNull();
    }

    @Test
    void knownUsersResetAsEver_R_FLW_10() {
        submit(atPasswordPage("cloud")).then().statusCode(200);
    }

    private List<String> hints(String name) {
        Response begun = begin(name);
        cancel(begun);
        return begun.path("methods.hint");
    }

    private static String cancel(Response begun) {
        return comparable(as(begun).delete("/api/v1/resets/" + id(begun)));
    }

    /** Status, names of headers, and the body without its texts: the same for everybody. */
    private static String shape(Response answer) {
        Map<String, Object> view = new TreeMap<>(answer.jsonPath().getMap(""));
        view.remove("version");
        view.replaceAll((name, value) -> value instanceof String ? "text" : value);
        view.computeIfPresent("methods", (name, methods) -> answer.path("methods.method"));
        view.computeIfPresent("challenge", (name, challenge) -> new TreeSet<>(((Map<?, ?>) challenge).keySet()));
        return answer.statusCode() + " "
                + answer.headers().asList().stream().map(Header::getName).toList() + view;
    }
}
