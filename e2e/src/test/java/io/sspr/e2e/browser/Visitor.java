package io.sspr.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Somebody with a browser, who does one thing after the other. Each page that is arrived at is examined: its language, its support code, whether it fits on
 * the screen, what it weighs, and what people with disabilities find. Not thread-safe.
 */
final class Visitor {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String SUPPORT_CODE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String OVERFLOW = "() => document.documentElement.scrollWidth - innerWidth";

    private final URI origin;
    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final Troubles troubles;
    private final Weight weight;
    private int pagesSeen;

    Visitor(URI origin, Look look) {
        this.origin = origin;
        this.look = look;
        context = Chromium.visit(look);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        troubles = Troubles.of(context, origin);
        page = context.newPage();
        weight = Weight.of(page);
        page.onFrameNavigated(frame -> pagesSeen += frame == page.mainFrame() ? 1 : 0);
    }

    Look look() {
        return look;
    }

    Page page() {
        return page;
    }

    /** @param path with a slash in front */
    Visitor open(String path) {
        return arriveBy(() -> page.navigate(origin + path));
    }

    /** Types into the field of that name, in the place of what is in it. */
    Visitor type(String field, String text) {
        page.locator("main [name='" + field + "']:not([type=hidden])").fill(text);
        return this;
    }

    /** Chooses one of the values that a field offers as buttons or in a list. */
    Visitor choose(String field, String value) {
        Locator button = page.locator("main input[type=radio][name='" + field + "'][value='" + value + "']");
        if (button.count() > 0) {
            labelOf(button).click();
            assertThat(button).isChecked();
        } else {
            page.locator("main select[name='" + field + "']").selectOption(value);
        }
        return this;
    }

    /** Sets a switch, or one of several boxes with the same name. */
    Visitor tick(String field, String value, boolean on) {
        Locator box = page.locator("main input[type=checkbox][name='" + field + "'][value='" + value + "']");
        if (box.isChecked() != on) {
            labelOf(box).click();
        }
        assertThat(box).isChecked(new IsCheckedOptions().setChecked(on));
        return this;
    }

    /** What people press: boxes themselves are small, or drawn by their labels. */
    private static Locator labelOf(Locator input) {
        return input.locator("xpath=ancestor::label");
    }

    /** Presses the one button that goes on, and waits for the page after it. */
    Visitor goOn() {
        return press("main button.primary");
    }

    /** Presses a button or follows a link that leads to another page. */
    Visitor press(String selector) {
        return arriveBy(() -> page.locator(selector).click());
    }

    /** Does something that leads to another page, and examines that. */
    Visitor arriveBy(Runnable step) {
        int before = pagesSeen;
        step.run();
        page.waitForCondition(() -> pagesSeen > before);
        return arrive();
    }

    /** Waits until the page by itself has led to another one. */
    Visitor awaitPath(String path) {
        page.waitForURL(address -> URI.create(address).getPath().equals(path));
        return arrive();
    }

    /** Waits until a page no longer says that it waits; the blank one between two does not count. */
    Visitor awaitAnswer() {
        page.locator("body:has(.support):not(:has(main .waiting))").waitFor();
        return arrive();
    }

    private Visitor arrive() {
        page.waitForLoadState();
        String what = path() + ", \"" + title() + "\", " + look;
        assertThat(page.locator("html")).hasAttribute("lang", look.language());
        String supportCode = page.locator(".support code").textContent().strip();
        assertThat(supportCode).as(what).matches(SUPPORT_CODE).isEqualTo(meta("sspr-cid"));
        assertThat(page.url()).as("no user in an address").doesNotContain("@", "%40");
        weight.check(what);
        if (look.scripts()) {
            assertThat((Integer) page.evaluate(OVERFLOW))
                    .as("what sticks out of %s", what)
                    .isNotPositive();
            Accessible.check(page, look, what);
        }
        return this;
    }

    /** What the page is about. */
    String title() {
        return page.locator("h1").first().textContent().strip();
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /** All words of the page's content. */
    String words() {
        return page.locator("main").innerText();
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    boolean sees(String selector) {
        return page.locator(selector).count() > 0
                && page.locator(selector).first().isVisible();
    }

    Locator link(String words) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(words));
    }

    String meta(String name) {
        return page.locator("meta[name=" + name + "]").getAttribute("content");
    }

    /** What another browser needs to go on where this one is. */
    List<Cookie> cookies() {
        return context.cookies();
    }

    /** Goes on where somebody else is: with their cookies, at their address. */
    Visitor takeOver(Visitor other) {
        context.addCookies(other.cookies());
        return open(other.path());
    }

    void photograph(Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file));
    }

    /** What went wrong meanwhile, unseen by the visitor. */
    Troubles troubles() {
        return troubles;
    }

    void leave() {
        context.close();
    }
}
