package io.sspr.reset.banned;

import io.sspr.contract.seal.Secret;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * How long it takes to evaluate one password against the global list and a thousand custom terms, with the settings
 * that the services run with. {@code main} prints p50 and p99.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EvaluatePasswordBenchmark {
    private static final int CUSTOM_TERMS = 1000;
    private static final int PASSWORDS = 1024;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!@#$%&*-_";
    private static final List<String> NAMES = List.of("Haruka", "Yamaguchi", "Northwind Traders");

    /** Length of the passwords in characters. */
    @Param({"8", "16", "256"})
    public int length;

    private final Random random = new Random(7);
    private BannedPasswords banned;
    private Secret[] passwords;
    private int next;

    /** Half of a password is made of banned terms, which costs more than random characters. */
    @Setup
    public void prepare() {
        List<String> global = BannedTerms.global();
        List<String> custom = Stream.generate(() -> text(4 + random.nextInt(13)).toLowerCase())
                .limit(CUSTOM_TERMS)
                .toList();
        banned = BannedPasswords.of(global, custom);
        passwords =
                Stream.generate(() -> password(global, custom)).limit(PASSWORDS).toArray(Secret[]::new);
    }

    @Benchmark
    public Evaluation evaluate() {
        return banned.evaluate(passwords[next++ % PASSWORDS], NAMES);
    }

    private Secret password(List<String> global, List<String> custom) {
        StringBuilder password = new StringBuilder();
        while (password.length() < length) {
            password.append(global.get(random.nextInt(global.size())))
                    .append(text(4))
                    .append(custom.get(random.nextInt(custom.size())).substring(1));
        }
        return Secret.of(password.substring(0, length));
    }

    private String text(int letters) {
        return random.ints(letters, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    public static void main(String[] arguments) throws RunnerException {
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(EvaluatePasswordBenchmark.class.getName())
                        .jvmArgsAppend("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                        .forks(1)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.seconds(3))
                        .build())
                .run()) {
            Statistics times = result.getPrimaryResult().getStatistics();
            System.out.printf(
                    "%s characters: p50 %.1f µs, p99 %.1f µs%n",
                    result.getParams().getParam("length"), times.getPercentile(50), times.getPercentile(99));
        }
    }
}
