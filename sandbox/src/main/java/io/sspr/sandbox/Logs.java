package io.sspr.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What broker, database and mail server may write: warnings, and those to a file if the console is the tour's. */
public final class Logs {
    // The two exact classes warn about an empty log and a second close, both of which are normal here.
    private static final Map<String, Level> LEVELS = Map.of(
            "kafka", Level.WARNING,
            "org.apache.kafka", Level.WARNING,
            "org.apache.kafka.controller.QuorumController", Level.SEVERE,
            "org.apache.kafka.clients.NetworkClient", Level.SEVERE,
            "io.zonky.test", Level.WARNING,
            "com.icegreen.greenmail", Level.WARNING);
    // A logger that nobody holds forgets its level.
    private static final Map<String, Logger> HELD = new ConcurrentHashMap<>();

    private Logs() {}

    /** Keeps everything below a warning from being written. */
    public static void quiet() {
        LEVELS.forEach(
                (name, level) -> HELD.computeIfAbsent(name, Logger::getLogger).setLevel(level));
    }

    /** Sends what is left to a file instead of the console. */
    static void intoFile(Path file) {
        quiet();
        try {
            Files.createDirectories(file.getParent());
            FileHandler handler = new FileHandler(file.toString());
            handler.setFormatter(new SimpleFormatter());
            Logger root = LogManager.getLogManager().getLogger("");
            for (Handler console : root.getHandlers()) {
                root.removeHandler(console);
            }
            root.addHandler(handler);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
