package io.sspr.agent;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/**
 * Starts the agent: without arguments as a service, with arguments as a command of {@link AgentCommand}, which may run
 * beside the service and therefore listens to nothing.
 */
@QuarkusMain
public class AgentMain {
    private static final Map<String, String> COMMAND_SETTINGS = Map.of(
            "mp.messaging.incoming.writeback-requests.enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.http.host-enabled", "false",
            "quarkus.log.level", "WARN");

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
            return;
        }
        COMMAND_SETTINGS.forEach(System::setProperty);
        Quarkus.run(AgentCommand.class, arguments);
    }
}
