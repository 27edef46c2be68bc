package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.Outside;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reset by somebody who has no mouse: Tab, arrows, Enter and typing, and always to be seen where the focus is. Source: WCAG 2.2, 2.1.1, 2.4.7. */
@Tag("browser")
class KeyboardInBrowserIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Outside OUTSIDE = SYSTEM.tour().outside();
    private static final int MOST_TABS = 30;
    private static final String IS_FOCUSED = "selector => document.activeElement?.matches(selector) ?? false";
    private static final String FOCUS_SHOWS = """
            () => {
              const style = getComputedStyle(document.activeElement);
              return document.activeElement === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
            }
            """;

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aResetNeedsNoMouse(Look look) {
        DemoAccount will = SYSTEM.seeded("will");
        Visitor visitor = visitors.with(look).open(ResetPages.START);

        type(visitor, "#userId", will.upn());
        enter(visitor, ResetPages.METHODS);
        int seen = OUTSIDE.countMessages(will.alternateEmail());
        choose(visitor, "MAIL");
        enter(visitor, ResetPages.CODE);
        type(visitor, "#code", OUTSIDE.awaitCode(will.alternateEmail(), seen));
        enter(visitor, ResetPages.METHODS);
        choose(visitor, "SMS");
        enter(visitor, "/passwordreset/phone/sms");
        seen = OUTSIDE.countMessages(will.phone());
        type(visitor, "#phoneNumber", will.phone());
        enter(visitor, ResetPages.CODE);
        type(visitor, "#code", OUTSIDE.awaitCode(will.phone(), seen));
        enter(visitor, ResetPages.PASSWORD);
        String password = SYSTEM.tour().journeys().newPassword();
        type(visitor, "#newPassword", password);
        type(visitor, "#confirmation", password);
        enter(visitor, ResetPages.RESULT);

        assertThat(ResetPages.accepts(will, password)).isTrue();
    }

    /** The first Tab on a page offers to skip what is the same on all of them. */
    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void theContentIsOneKeyAway(Look look) {
        Visitor visitor = visitors.with(look).open(ResetPages.START);

        tabTo(visitor, ".skip");
        visitor.page().keyboard().press("Enter");

        assertThat(visitor.page().evaluate(IS_FOCUSED, "main, main *")).isEqualTo(true);
    }

    private static void type(Visitor visitor, String field, String text) {
        tabTo(visitor, field);
        visitor.page().keyboard().type(text);
    }

    /** With Tab to the choices, and among them with the arrows. */
    private static void choose(Visitor visitor, String way) {
        tabTo(visitor, "input[name=way]");
        for (int i = 0; i < MOST_TABS && !isFocused(visitor, "[value=" + way + "]:checked"); i++) {
            visitor.page().keyboard().press("ArrowDown");
        }
        assertThat(isFocused(visitor, "[value=" + way + "]:checked")).as(way).isTrue();
    }

    private static void enter(Visitor visitor, String next) {
        tabTo(visitor, "main button.primary");
        visitor.arriveBy(() -> visitor.page().keyboard().press("Enter"));
        assertThat(visitor.path()).isEqualTo(next);
    }

    private static void tabTo(Visitor visitor, String selector) {
        for (int i = 0; i < MOST_TABS && !isFocused(visitor, selector); i++) {
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.page().evaluate(FOCUS_SHOWS))
                    .as("the focus on the way to %s, step %d", selector, i)
                    .isEqualTo(true);
        }
        assertThat(isFocused(visitor, selector)).as("focus on %s", selector).isTrue();
    }

    private static boolean isFocused(Visitor visitor, String selector) {
        return (Boolean) visitor.page().evaluate(IS_FOCUSED, selector);
    }
}
