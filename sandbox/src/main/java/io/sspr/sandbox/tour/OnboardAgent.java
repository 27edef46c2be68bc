package io.sspr.sandbox.tour;

import io.sspr.sandbox.CannotStartException;
import io.sspr.sandbox.demo.DemoTenant;
import java.time.Duration;
import java.util.function.Consumer;

/** Sees to it that the agent has exchanged keys with reset-service and is heard of. Source: R-WB-20. */
final class OnboardAgent {
    private static final String UP = "UP";

    private final Staff staff;
    private final Consumer<String> handOver;
    private final Duration beatsWithin;
    private final Duration onboardsWithin;

    /**
     * @param handOver brings a token to the agent
     * @param beatsWithin how long an agent that was onboarded before may be silent: it may just be starting
     * @param onboardsWithin how long it may take from the token to the first heartbeat
     */
    OnboardAgent(Staff staff, Consumer<String> handOver, Duration beatsWithin, Duration onboardsWithin) {
        this.staff = staff;
        this.handOver = handOver;
        this.beatsWithin = beatsWithin;
        this.onboardsWithin = onboardsWithin;
    }

    /**
     * Does nothing if the agent is up already.
     *
     * @throws CannotStartException saying in one line why it is not up in the end
     */
    void onboard(DemoTenant tenant) {
        boolean known = !staff.agents(tenant).path("agents").isEmpty();
        if (known && isUp(tenant, beatsWithin)) {
            return;
        }
        handOver.accept(staff.onboardingToken(tenant));
        if (!isUp(tenant, onboardsWithin)) {
            throw new CannotStartException("The agent of " + tenant.id() + " did not use its onboarding token within "
                    + onboardsWithin.toSeconds() + " s: it is " + staff.agentStatus(tenant)
                    + ". Its log says why.");
        }
    }

    /** Looks again and again until it is, or the time is over. */
    private boolean isUp(DemoTenant tenant, Duration within) {
        long giveUp = System.nanoTime() + within.toNanos();
        while (!staff.agentStatus(tenant).startsWith(UP)) {
            if (System.nanoTime() > giveUp) {
                return false;
            }
            Outside.pause();
        }
        return true;
    }
}
