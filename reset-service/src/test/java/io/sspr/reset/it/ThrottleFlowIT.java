package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.Message;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.throttle.AttemptsBlocked;
import io.sspr.contract.throttle.BlockLifted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens to users who try too often, on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ThrottleFlowIT extends ResetWalk {
    private static final String WRONG = "no code";
    private static final Map<String, String> TEXT = Map.of("method", "MOBILE_PHONE", "phoneNumber", "+1 4255550101");
    private static final Map<String, String> OTHER_NUMBER =
            Map.of("method", "MOBILE_PHONE", "phoneNumber", "+1 4255550109");

    @Test
    void afterFiveAttemptsEvenTheRightCodeIsRefused_R_THR_01_R_THR_08_R_ERR_92() {
        Response begun = begin("cloud");
        String challenge = choose(begun, TEXT).path("id");
        String code = code(challenge);
        for (int i = 0; i < 3; i++) {
            assertThat(problem(typeCode(begun, challenge, WRONG))).isEqualTo("CodeWrong");
        }
        Response fifth = typeCode(begun, challenge, WRONG);
        Response right = typeCode(begun, challenge, code);

        assertThat(fifth.statusCode()).isEqualTo(429);
        assertThat(problem(fifth)).isEqualTo("Throttled");
        assertThat(problem(right)).isEqualTo("Throttled");
        assertThat(state(begun)).isEqualTo("BLOCKED");
        assertThat(look(begun).<String>path("problem.code")).isEqualTo("Throttled");
        assertThat(problem(submit(begun))).isEqualTo("Throttled");
    }

    @Test
    void aBlockStopsEverySessionAndMethodOfTheUserAndNobodyElse_R_THR_10_R_THR_12() {
        Response other = begin("cloud");
        String mail = sendCode(other).path("id");
        String code = code(mail);
        Response begun = begin("cloud");
        blockByText(begun);

        assertThat(problem(typeCode(other, mail, code))).isEqualTo("Throttled");
        assertThat(state(other)).isEqualTo("BLOCKED");
        assertThat(problem(sendCode(other))).isEqualTo("Throttled");
        assertThat(tryToBegin("cloud").statusCode()).isEqualTo(429);
        assertThat(problem(tryToBegin("CLOUD"))).isEqualTo("Throttled");
        begin(ADMINISTRATOR);

        AttemptsBlocked fact = blocked(begun).event();
        assertThat(fact.bucket()).isEqualTo("PHONE");
        assertThat(fact.attempts()).isEqualTo(5);
        assertThat(fact.user().id()).isEqualTo(accountId("cloud"));
        assertThat(Duration.between(clock.instant(), fact.blockedUntil()))
                .isBetween(Duration.ofHours(24).minusMinutes(2), Duration.ofHours(24));
        liftBlock("cloud");
        broker.await(BlockLifted.class, this::isOfTenant);
        assertThat(broker.all(AttemptsBlocked.class, this::isOfTenant)).hasSize(1);
    }

    @Test
    void aBlockIsOverAfterADayWhateverWasTriedMeanwhile_R_THR_09() {
        blockByText(begin("cloud"));
        clock.moveOn(Duration.ofHours(23).plusMinutes(58));
        assertThat(problem(tryToBegin("cloud"))).isEqualTo("Throttled");
        clock.moveOn(Duration.ofMinutes(2));

        begin("cloud");
    }

    @Test
    void anAdministratorLiftsABlock_R_THR_06() {
        Response begun = begin("cloud");
        blockByText(begun);

        liftBlock("cloud");

        BlockLifted lifted = broker.await(BlockLifted.class, this::isOfTenant).event();
        assertThat(lifted.by().userPrincipalName()).isEqualTo(ADMINISTRATOR + "@" + domain());
        assertThat(lifted.user().id()).isEqualTo(accountId("cloud"));
        assertThat(state(begun)).isEqualTo("BLOCKED");
        assertThat(submit(atPasswordPage("cloud")).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownDisabledAndGuestUsersAreAnsweredAlikeAndBlockedAlike_R_ERR_91_R_THR_03() {
        List<String> names = List.of("disabled", "guest", "nobody@nowhere.example");
        for (int i = 0; i < 7; i++) {
            String unknown = comparable(tryToBegin("nobody"));

            assertThat(unknown).contains(i < 5 ? "AccountNotVerified" : "Throttled");
            assertThat(names)
                    .allSatisfy(name -> assertThat(comparable(tryToBegin(name))).isEqualTo(unknown));
        }
        for (int i = 0; i < 5; i++) {
            begin("cloud");
        }
        assertThat(comparable(tryToBegin("cloud"))).isEqualTo(comparable(tryToBegin("nobody")));
    }

    @Test
    void aSuccessMakesUpForFailures_R_THR_06() {
        Response begun = begin("cloud");
        String challenge = sendCode(begun).path("id");
        wrongTimes(4, begun, challenge);
        typeCode(begun, challenge, code(challenge)).then().statusCode(200);
        submit(begun).then().statusCode(200);

        Response again = begin("cloud");
        String next = sendCode(again).path("id");
        wrongTimes(4, again, next);

        assertThat(typeCode(again, next, code(next)).<String>path("state")).isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void neitherNewCodesNorNewSessionsMakeUpForWrongCodes_R_THR_08() {
        Response first = begin("cloud");
        wrongTimes(2, first, sendCode(first).path("id"));
        wrongTimes(1, first, sendCode(first).path("id"));
        Response second = begin("cloud");
        String challenge = sendCode(second).path("id");
        wrongTimes(1, second, challenge);

        assertThat(problem(typeCode(second, challenge, WRONG))).isEqualTo("Throttled");
    }

    @Test
    void tenMailsAreSentAndTheEleventhBlocks_R_THR_04() {
        Response begun = begin("cloud");
        for (int i = 0; i < 10; i++) {
            sendCode(begun).then().statusCode(202);
        }

        assertThat(problem(sendCode(begun))).isEqualTo("Throttled");
        assertThat(blocked(begun).event().bucket()).isEqualTo("MAIL_SEND");
        assertThat(broker.all(DeliverCode.class, sent -> isOf(sent, begun))).hasSize(10);
    }

    @Test
    void mailsCountForTenMinutes_R_THR_04() {
        Response begun = begin("cloud");
        for (int i = 0; i < 10; i++) {
            sendCode(begun).then().statusCode(202);
        }
        clock.moveOn(Duration.ofMinutes(10));

        assertThat(sendCode(begun).statusCode()).isEqualTo(202);
    }

    @Test
    void theFifthTextIsSentAndItsCodeIsGood_R_THR_08() {
        Response begun = begin("cloud");
        for (int i = 0; i < 4; i++) {
            choose(begun, TEXT).then().statusCode(202);
        }
        String fifth = choose(begun, TEXT).path("id");

        assertThat(typeCode(begun, fifth, code(fifth)).<String>path("state")).isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void afterTheFifthTextAnotherOneOrAWrongCodeBlocks_R_THR_08() {
        Response begun = begin("cloud");
        for (int i = 0; i < 5; i++) {
            choose(begun, TEXT).then().statusCode(202);
        }
        assertThat(problem(choose(begun, TEXT))).isEqualTo("Throttled");
        liftBlock("cloud");

        Response next = begin("cloud");
        for (int i = 0; i < 4; i++) {
            choose(next, TEXT).then().statusCode(202);
        }
        String fifth = choose(next, TEXT).path("id");
        assertThat(problem(typeCode(next, fifth, WRONG))).isEqualTo("Throttled");
        assertThat(problem(typeCode(next, fifth, code(fifth)))).isEqualTo("Throttled");
    }

    @Test
    void wrongNumbersCountAsWrongCodesDo_R_THR_01() {
        Response begun = begin("cloud");
        for (int i = 0; i < 4; i++) {
            assertThat(problem(choose(begun, OTHER_NUMBER))).isEqualTo("PhoneMismatch");
        }

        assertThat(problem(choose(begun, OTHER_NUMBER))).isEqualTo("Throttled");
        assertThat(problem(choose(begun, TEXT))).isEqualTo("Throttled");
    }

    @Test
    void fiveResetsGivenUpBlock_R_THR_03_R_THR_11() {
        for (int i = 0; i < 5; i++) {
            Response begun = begin("cloud");
            as(begun).delete("/api/v1/resets/" + id(begun)).then().statusCode(204);
        }

        assertThat(broker.await(AttemptsBlocked.class, this::isOfTenant).event().bucket())
                .isEqualTo("RESET");
        assertThat(problem(tryToBegin("cloud"))).isEqualTo("Throttled");
    }

    @Test
    void attemptsOlderThanAnHourCountNoMore_R_THR_08() {
        for (int i = 0; i < 4; i++) {
            begin("cloud");
        }
        clock.moveOn(Duration.ofMinutes(60));

        for (int i = 0; i < 5; i++) {
            begin("cloud");
        }
    }

    private void blockByText(Response begun) {
        String challenge = choose(begun, TEXT).path("id");
        wrongTimes(3, begun, challenge);
        typeCode(begun, challenge, WRONG).then().statusCode(429);
    }

    private static void wrongTimes(int times, Response begun, String challenge) {
        for (int i = 0; i < times; i++) {
            assertThat(problem(typeCode(begun, challenge, WRONG))).isEqualTo("CodeWrong");
        }
    }

    private static Message<AttemptsBlocked> blocked(Response begun) {
        return broker.await(AttemptsBlocked.class, fact -> isOf(fact, begun));
    }

    private boolean isOfTenant(Message<?> fact) {
        return fact.tenant().equals(tenant);
    }
}
