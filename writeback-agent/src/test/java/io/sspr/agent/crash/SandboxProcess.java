package io.sspr.agent.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A real Kafka and a real PostgreSQL in a process of their own, on the ports that a base port implies. */
final class SandboxProcess implements AutoCloseable {
    private final Process process;

    /** Returns when both are up. */
    SandboxProcess(int basePort) throws IOException {
        process = new ProcessBuilder(
                        "java",
                        "-jar",
                        System.getProperty("sspr.sandbox.jar"),
                        "infrastructure",
                        "--base-port",
                        Integer.toString(basePort))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.equals("READY")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the sandbox's infrastructure does not start");
        }
    }

    /** The end of its input tells the process to clean up and leave. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
