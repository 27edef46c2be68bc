package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what keeps people with disabilities from using a page, as far as a machine can: by axe-core, and the colours in light and in dark. Source: WCAG 2.2 AA. */
final class Accessible {
    private static final String AXE = axe();
    private static final Map<String, ?> EVERYTHING = Map.of(
            "type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    private static final Map<String, ?> COLOURS =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    private static final String RUN = """
            async rules => (await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })).violations
              .map(broken => broken.id + ': ' + broken.help + ' ' + broken.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | '))
            """;

    /** What a page is made of; two pages of the same parts need not be examined twice. */
    private static final String PARTS = """
            () => [document.documentElement.lang, innerWidth, document.querySelectorAll('h1').length, ...new Set(
              [...document.querySelectorAll('body *')].map(part => part.tagName + '.' + part.className + part.type + part.getAttribute('role')))]
              .sort().join(' ')
            """;

    private static final Set<String> EXAMINED = new HashSet<>();

    private Accessible() {}

    /** @param what names the page in a failure */
    static void check(Page page, Look look, String what) {
        if (!EXAMINED.add(look + " " + page.title() + page.evaluate(PARTS))) {
            return;
        }
        page.evaluate(AXE);
        assertThat(violated(page, EVERYTHING)).as(what).isEmpty();
        page.emulateMedia(colours(look.inTheOtherLight()));
        assertThat(violated(page, COLOURS)).as("%s, in the other light", what).isEmpty();
        page.emulateMedia(colours(look));
    }

    @SuppressWarnings("unchecked")
    private static List<String> violated(Page page, Map<String, ?> rules) {
        return (List<String>) page.evaluate(RUN, rules);
    }

    private static EmulateMediaOptions colours(Look look) {
        return new EmulateMediaOptions().setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
