package io.sspr.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one browser of a test run: the machine's Chromium, or the one that SSPR_CHROMIUM names. It ends with this process. For one thread. */
final class Chromium {
    private static final String USUAL = "/usr/bin/chromium";
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Browser started;

    private Chromium() {}

    /** A browser that remembers nothing of others. */
    static BrowserContext visit(Look look) {
        return browser().newContext(look.options());
    }

    private static Browser browser() {
        if (started == null) {
            Playwright playwright =
                    Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            started = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(ARGUMENTS));
        }
        return started;
    }

    private static Path executable() {
        return Path.of(System.getenv().getOrDefault("SSPR_CHROMIUM", USUAL));
    }
}
