package io.sspr.sandbox.launch;

import io.sspr.sandbox.CannotStartException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of the built project: beside which jar this program lies, and where the packaged services are. */
public final class Project {
    private static final Path SERVICE_JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private Project() {}

    /** The folder that holds sandbox.jar (or the classes, while the project is being built). */
    public static Path folderOfSandbox() {
        try {
            return Path.of(Project.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The packaged service of a module, looked for in the project that holds this program, then in the one around the
     * current folder.
     *
     * @throws CannotStartException if it was not built
     */
    static Path serviceJar(String module) {
        return Stream.of(folderOfSandbox(), Path.of("").toAbsolutePath())
                .map(start -> inProjectAround(start, module))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new CannotStartException("The packaged " + module + " (" + module + "/" + SERVICE_JAR
                        + ") is missing; build the project with: mvn package"));
    }

    private static Optional<Path> inProjectAround(Path start, String module) {
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(module).resolve(SERVICE_JAR))
                .filter(Files::exists)
                .findFirst();
    }
}
