package io.sspr.e2e.browser;

import java.nio.file.Path;

/** The pictures in the documents. They are taken anew only where {@code -Dscreenshots=true} is said, since each taking differs a little from the last. */
final class Pictures {
    private static final Path FOLDER =
            Path.of("..", "docs", "images").toAbsolutePath().normalize();
    private static final boolean WANTED = Boolean.getBoolean("screenshots");

    private Pictures() {}

    /** @param name without ending; the same each time */
    static void take(Visitor visitor, String name) {
        if (WANTED) {
            visitor.photograph(FOLDER.resolve(name + ".png"));
        }
    }
}
