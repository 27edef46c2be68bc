package io.sspr.sandbox.measure;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.launch.RunningSystem;
import io.sspr.sandbox.launch.ServiceProcess;
import io.sspr.sandbox.tour.Http.Answer;
import io.sspr.sandbox.tour.ResetClient;
import io.sspr.sandbox.tour.Tour;
import java.util.Arrays;

/**
 * Measures a running system on the machine at hand: how long a writeback takes, from the submit of the password to its result, one reset after the
 * other; how much memory each service holds afterwards; how long each takes to start while the others stand by. The captcha is solved and the gates
 * are passed before the clock starts.
 */
public final class Measure {
    private static final int WARM_UP = 100;
    private static final int RESETS = 500;
    private static final int RESETS_WITH_HASH = 100;
    private static final int OK = 200;
    private static final double MEGABYTE = 1024 * 1024;

    private final RunningSystem system;
    private final Tour tour;

    public Measure(RunningSystem system, Tour tour) {
        this.system = system;
        this.tour = tour;
    }

    public void print() {
        tour.seed();
        System.out.printf(
                "%nSubmit to result of a writeback, one reset after the other, after %d to warm up:%n", WARM_UP);
        printResets("frida", RESETS, "federated: the directory alone holds the password");
        printResets("petra", RESETS_WITH_HASH, "password hash sync: the cloud hashes it as well (Argon2id)");
        printMemory();
        printStartUp();
    }

    private void printResets(String name, int resets, String what) {
        DemoAccount account = DemoAccounts.named(name);
        for (int i = 0; i < WARM_UP; i++) {
            reset(account);
        }
        double[] millis = new double[resets];
        for (int i = 0; i < resets; i++) {
            millis[i] = reset(account);
        }
        Arrays.sort(millis);
        System.out.printf(
                "  %-60s %d resets   p50 %6.1f ms   p95 %6.1f ms   max %6.1f ms%n",
                what, resets, percentile(millis, 50), percentile(millis, 95), millis[millis.length - 1]);
    }

    private double reset(DemoAccount account) {
        ResetClient reset = tour.journeys().atPasswordPage(account);
        Answer answer = reset.submit(tour.journeys().newPassword());
        if (answer.status() != OK) {
            throw new IllegalStateException("a reset failed: " + answer.body());
        }
        return answer.took().toNanos() / 1e6;
    }

    private void printMemory() {
        System.out.printf("%nResident memory after that:%n");
        for (ServiceProcess service : system.services()) {
            System.out.printf("  %-24s %4.0f MB%n", service.name(), service.residentMemory() / MEGABYTE);
        }
    }

    private void printStartUp() {
        System.out.printf("%nStart-up until ready, each alone:%n");
        for (ServiceProcess service : system.services()) {
            service.stop();
            service.start();
            System.out.printf(
                    "  %-24s %4.1f s%n", service.name(), service.startedIn().toMillis() / 1e3);
        }
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }
}
