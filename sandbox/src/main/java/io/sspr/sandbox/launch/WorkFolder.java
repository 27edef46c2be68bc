package io.sspr.sandbox.launch;

import io.sspr.sandbox.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where a sandbox writes: logs and the extracted PostgreSQL stay, the data of the run (one folder per base port, so
 * that sandboxes can stand side by side) goes when it ends.
 */
public final class WorkFolder {
    private final Path folder;
    private final Path data;
    private boolean mine;

    public WorkFolder(Path folder, Ports ports) {
        this.folder = folder;
        this.data = folder.resolve("data").resolve(Integer.toString(ports.base()));
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** The same, emptied. */
    Path freshLog(String name) {
        try {
            Files.deleteIfExists(log(name));
            return log(name);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    public Path programs() {
        return folder.resolve("postgresql");
    }

    /** Keys, certificate and set-up token of the run. */
    public Path keys() {
        return data.resolve("keys");
    }

    /** What the agent keeps: its keys. */
    Path agentState() {
        return data.resolve("agent");
    }

    /** Where the agent looks for a token as long as it has exchanged no keys with reset-service. */
    public Path onboardingToken() {
        return agentState().resolve("onboarding-token");
    }

    /** A real domain, if there is one. */
    public Path domain() {
        return data.resolve("domain");
    }

    Path kafka() {
        return data.resolve("kafka");
    }

    Path postgres() {
        return data.resolve("postgres");
    }

    /** Clears what a killed run of these ports left behind; to be called once the ports are known to be free. */
    public synchronized void prepare() {
        mine = true;
        removeData();
        try {
            Files.createDirectories(logs());
            Files.createDirectories(agentState());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Does nothing before {@link #prepare()}: the data may be those of another sandbox, running on the same ports. */
    public synchronized void removeData() {
        if (!mine || Files.notExists(data)) {
            return;
        }
        try {
            Files.walkFileTree(data, new Removal());
            removeIfEmpty(data.getParent());
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    private static void removeIfEmpty(Path parent) throws IOException {
        try {
            Files.delete(parent);
        } catch (DirectoryNotEmptyException ofOthers) {
            return;
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
