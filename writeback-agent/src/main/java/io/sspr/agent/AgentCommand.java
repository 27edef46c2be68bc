package io.sspr.agent;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import io.sspr.agent.eventlog.ExportEvents;
import io.sspr.agent.key.KeyRing;
import io.sspr.agent.key.UnreadableStateException;
import io.sspr.agent.onboarding.Offboard;
import io.sspr.agent.onboarding.RollKeys;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What an administrator does about an agent by hand: {@code offboard}, {@code roll-keys} and {@code export-events
 * FILE.zip}. Says in one line how it went; exits with 0 if it was done, 1 if not, 2 if it is no such command. Source:
 * R-WB-24, R-WB-25, R-WB-52.
 */
@Dependent
@Unremovable
public class AgentCommand implements QuarkusApplication {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = "Commands: offboard | roll-keys | export-events FILE.zip";

    private final KeyRing keys;
    private final Offboard offboard;
    private final RollKeys rollKeys;
    private final ExportEvents exportEvents;

    AgentCommand(KeyRing keys, Offboard offboard, RollKeys rollKeys, ExportEvents exportEvents) {
        this.keys = keys;
        this.offboard = offboard;
        this.rollKeys = rollKeys;
        this.exportEvents = exportEvents;
    }

    @Override
    public int run(String... arguments) throws InterruptedException {
        List<String> words = List.of(arguments);
        try {
            if (words.equals(List.of("offboard"))) {
                return offboard();
            }
            if (words.equals(List.of("roll-keys"))) {
                return rollKeys();
            }
        } catch (UnreadableStateException e) {
            return say(FAILED, e.getMessage());
        }
        return words.size() == 2 && words.get(0).equals("export-events")
                ? exportEvents(words.get(1))
                : say(MISUSED, USAGE);
    }

    private int offboard() throws InterruptedException {
        if (!keys.isOnboarded()) {
            return say(FAILED, "The agent is not onboarded.");
        }
        return offboard.offboard()
                ? say(DONE, "The agent is offboarded and its keys are destroyed.")
                : say(
                        FAILED,
                        "The agent is still onboarded: its event log says why (31014). If it was put out from the"
                                + " cloud's side, delete agent.jwe.");
    }

    private int rollKeys() throws InterruptedException {
        if (!keys.isOnboarded()) {
            return say(FAILED, "The agent is not onboarded.");
        }
        return rollKeys.roll()
                ? say(DONE, "The agent has new keys.")
                : say(FAILED, "The agent goes on with its former keys: its event log says why.");
    }

    private int exportEvents(String file) {
        try {
            exportEvents.to(Path.of(file));
            return say(DONE, "The event log was written: " + file);
        } catch (IOException e) {
            return say(FAILED, "The file cannot be written, or exists: " + e.getMessage());
        }
    }

    private static int say(int status, String line) {
        System.out.println(line);
        return status;
    }
}
