package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** How much travels for one page, headers included, with nothing in the browser's cache: at most 60 KB for each page. */
final class Weight {
    private static final long MOST = 60_000;

    private double bytes;

    private Weight() {}

    /** From now on the page loads everything anew each time, and is weighed. */
    static Weight of(Page page) {
        Weight weight = new Weight();
        CDPSession browser = page.context().newCDPSession(page);
        browser.on("Network.requestWillBeSent", weight::begin);
        browser.on("Network.loadingFinished", weight::add);
        browser.send("Network.enable");
        JsonObject off = new JsonObject();
        off.addProperty("cacheDisabled", true);
        browser.send("Network.setCacheDisabled", off);
        return weight;
    }

    void check(String what) {
        assertThat(bytes).as("bytes that %s makes travel", what).isPositive().isLessThanOrEqualTo(MOST);
    }

    /** A page that is asked for is another one, unless the former only led to it. */
    private void begin(JsonObject request) {
        if (request.has("type")
                && request.get("type").getAsString().equals("Document")
                && !request.has("redirectResponse")) {
            bytes = 0;
        }
    }

    private void add(JsonObject loaded) {
        bytes += loaded.get("encodedDataLength").getAsDouble();
    }
}
