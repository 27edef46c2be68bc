package io.sspr.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What must not happen on any page: errors in the console (a broken content security policy is one), in scripts or while loading, and requests to others. */
final class Troubles {
    /** Said of pages, too, whose very point is that something is refused. */
    private static final String NOT_LOADED = "Failed to load resource";

    private final String origin;
    private final List<String> seen = new ArrayList<>();

    private Troubles(URI origin) {
        this.origin = origin + "/";
    }

    static Troubles of(BrowserContext context, URI origin) {
        Troubles troubles = new Troubles(origin);
        context.onConsoleMessage(troubles::hear);
        context.onWebError(error -> troubles.seen.add("script: " + error.error()));
        context.onRequest(troubles::look);
        context.onResponse(troubles::look);
        context.onRequestFailed(request -> troubles.fail(request));
        return troubles;
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(NOT_LOADED)) {
            seen.add("console: " + message.text());
        }
    }

    private void look(Request request) {
        String address = request.url();
        if (!address.startsWith(origin)
                && !address.startsWith("data:")
                && !address.startsWith("about:")
                && !address.startsWith("blob:" + origin)) {
            seen.add("request to " + address);
        }
    }

    private void look(Response response) {
        boolean isPage = response.request().isNavigationRequest();
        if (response.status() == 500 || response.status() >= 400 && !isPage) {
            seen.add("status " + response.status() + " of " + response.url());
        }
    }

    /** Whoever leaves a page ends what it is still loading. */
    private void fail(Request request) {
        if (!request.failure().equals("net::ERR_ABORTED")) {
            seen.add(request.failure() + ": " + request.url());
        }
    }
}
