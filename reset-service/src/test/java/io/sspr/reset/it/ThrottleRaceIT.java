package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.gate.CodeRefused;
import io.sspr.contract.throttle.AttemptsBlocked;
import io.sspr.contract.throttle.BlockLifted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many attempts at once over HTTP: not one more than allowed is evaluated; on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ThrottleRaceIT extends ResetWalk {
    private static final int AT_ONCE = 32;
    private static final Map<String, String> TEXT = Map.of("method", "MOBILE_PHONE", "phoneNumber", "+1 4255550101");

    @Test
    void ofTwoHundredWrongCodesAtOnceFiveAreEvaluated_R_THR_14() throws InterruptedException, ExecutionException {
        Response first = begin("cloud");
        Response second = begin("cloud");
        String firsts = sendCode(first).path("id");
        String seconds = sendCode(second).path("id");

        List<String> answers = atOnce(
                200,
                i -> i % 2 == 0
                        ? problem(typeCode(first, firsts, "no code"))
                        : problem(typeCode(second, seconds, "no code")));

        assertThat(answers).filteredOn("CodeWrong"::equals).hasSize(4);
        assertThat(answers).filteredOn("Throttled"::equals).hasSize(196);
        assertThat(problem(typeCode(first, firsts, code(firsts)))).isEqualTo("Throttled");
        liftBlock("cloud");
        broker.await(BlockLifted.class, fact -> fact.tenant().equals(tenant));
        assertThat(broker.all(CodeRefused.class, fact -> fact.tenant().equals(tenant)))
                .hasSize(5);
        assertThat(broker.all(AttemptsBlocked.class, fact -> fact.tenant().equals(tenant)))
                .hasSize(1);
    }

    @Test
    void ofManyTextsAtOnceFiveAreSent_R_THR_14() throws InterruptedException, ExecutionException {
        Response begun = begin("cloud");

        List<Integer> answers = atOnce(30, i -> choose(begun, TEXT).statusCode());

        assertThat(answers).filteredOn(status -> status == 202).hasSize(5);
        liftBlock("cloud");
        broker.await(BlockLifted.class, fact -> fact.tenant().equals(tenant));
        assertThat(broker.all(DeliverCode.class, sent -> isOf(sent, begun))).hasSize(5);
    }

    @Test
    void ofManyResetsBegunAtOnceFiveBegin_R_THR_14() throws InterruptedException, ExecutionException {
        List<Integer> known = atOnce(20, i -> tryToBegin("cloud").statusCode());
        List<Integer> unknown = atOnce(20, i -> tryToBegin("nobody").statusCode());

        assertThat(known).filteredOn(status -> status == 201).hasSize(5);
        assertThat(Collections.frequency(unknown, 422)).isEqualTo(5);
        assertThat(Collections.frequency(unknown, 429)).isEqualTo(15);
    }

    /** An attempt by its number. */
    @FunctionalInterface
    private interface Attempt<T> {
        T make(int number);
    }

    private static <T> List<T> atOnce(int times, Attempt<T> attempt) throws InterruptedException, ExecutionException {
        ExecutorService users = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<T>> attempts = IntStream.range(0, times)
                .<Callable<T>>mapToObj(i -> () -> attempt.make(i))
                .toList();
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : users.invokeAll(attempts)) {
            answers.add(answer.get());
        }
        users.shutdown();
        return answers;
    }
}
