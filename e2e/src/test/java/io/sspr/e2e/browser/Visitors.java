package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.e2e.SystemUnderTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The visitors of one test. Afterwards they leave, and fail the test if anything went wrong; of a failed test, pictures of their pages stay in {@code target/browser}. */
final class Visitors implements AfterEachCallback {
    private static final Path EVIDENCE = Path.of("target", "browser");

    private final URI origin;
    private final List<Visitor> present = new ArrayList<>();

    Visitors() {
        this(SystemUnderTest.get().resetService());
    }

    /** @param origin of other pages */
    Visitors(URI origin) {
        this.origin = origin;
    }

    Visitor with(Look look) {
        Visitor visitor = new Visitor(origin, look);
        present.add(visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        if (test.getExecutionException().isPresent()) {
            keepEvidence(test);
        }
        present.forEach(Visitor::leave);
        assertThat(present).flatMap(visitor -> visitor.troubles().seen()).isEmpty();
    }

    private void keepEvidence(ExtensionContext test) throws IOException {
        Files.createDirectories(EVIDENCE);
        String name = test.getRequiredTestClass().getSimpleName() + "-"
                + test.getRequiredTestMethod().getName();
        for (int i = 0; i < present.size(); i++) {
            Visitor visitor = present.get(i);
            String file = name + "-" + visitor.look().toString().replaceAll("[^a-z]+", "-") + "-" + i;
            visitor.photograph(EVIDENCE.resolve(file + ".png"));
            Files.writeString(
                    EVIDENCE.resolve(file + ".html"),
                    visitor.page().url() + "\n" + visitor.page().content());
        }
    }
}
