package io.sspr.reset.page;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.problem.Problem;

/** The page that says what went wrong, where no other page does. */
public final class ProblemPage {
    private ProblemPage() {}

    /** @param back where the user can begin again */
    public record problem(Page page, Problem problem, String back) implements TemplateInstance {}
}
