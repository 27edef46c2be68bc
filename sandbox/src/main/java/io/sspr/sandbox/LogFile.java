package io.sspr.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends the warnings of broker, mail server and directory to a file: the console belongs to the tour. */
final class LogFile {
    // They warn about an empty log and a second close, both of which are normal here. Kept, or the settings get lost.
    private static final List<Logger> TOO_ANXIOUS = List.of(
            Logger.getLogger("org.apache.kafka.controller.QuorumController"),
            Logger.getLogger("org.apache.kafka.clients.NetworkClient"));

    private LogFile() {}

    static void use(Path file) {
        try {
            Files.createDirectories(file.getParent());
            FileHandler handler = new FileHandler(file.toString());
            handler.setFormatter(new SimpleFormatter());
            Logger root = LogManager.getLogManager().getLogger("");
            for (Handler console : root.getHandlers()) {
                root.removeHandler(console);
            }
            root.addHandler(handler);
            root.setLevel(Level.WARNING);
            TOO_ANXIOUS.forEach(logger -> logger.setLevel(Level.SEVERE));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
