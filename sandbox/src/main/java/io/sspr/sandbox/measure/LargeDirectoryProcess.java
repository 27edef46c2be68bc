package io.sspr.sandbox.measure;

import io.sspr.sandbox.CannotStartException;
import io.sspr.sandbox.directory.LargeDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The large directory in a process of its own, so that its memory is not taken for anybody else's. */
final class LargeDirectoryProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private LargeDirectoryProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param keys folder with the certificate that its clients trust */
    static LargeDirectoryProcess start(Path keys, int users) {
        try {
            int port = freePort();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeDirectory.class.getName(),
                            Integer.toString(port),
                            keys.toString(),
                            Integer.toString(users))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            if (!"READY".equals(output.readLine())) {
                throw new CannotStartException("The large directory does not start.");
            }
            return new LargeDirectoryProcess(process, port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return "ldaps://localhost:" + port;
    }

    void change(int users) {
        try {
            process.getOutputStream().write((users + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The end of its input ends it; should this program be killed, that ends it as well. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            process.destroy();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
