package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.sspr.reset.it.Markup.Field;
import io.sspr.reset.it.Markup.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody with a browser that knows no scripts: keeps cookies as long as they last by the service's clock, goes where it is sent, fills in forms with all
 * that is hidden in them, and reads what is on the page.
 */
final class Visit {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int MOST_HOPS = 5;

    private final Clock clock;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private final List<String> hops = new ArrayList<>();
    private final List<String> cookiesSet = new ArrayList<>();
    private HttpResponse<String> answer;
    private Markup markup;

    private record Cookie(String value, Instant until) {}

    /** @param clock the one that the service goes by */
    Visit(Clock clock) {
        this.clock = clock;
    }

    /** Says this with every request from now on. */
    Visit saying(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Visit speaking(String language) {
        return saying("Accept-Language", language);
    }

    /** Opens a page of the service, and those that it leads on to. */
    Visit open(String address) {
        hops.clear();
        return go(HttpRequest.newBuilder(at(address)).GET());
    }

    /** Follows the link with that text. */
    Visit follow(String link) {
        return open(markup.addressOf(link));
    }

    /** Fills in a field of whatever form has it, or chooses one of its values; with no value it is left out, with several all are sent. */
    Visit set(String field, String... values) {
        assertThat(markup.hasField(field))
                .as("a field " + field + " in " + html())
                .isTrue();
        typed.put(field, List.of(values));
        return this;
    }

    /** Sends the page's only form, but for that of signing out. */
    Visit submit() {
        return send(markup.onlyForm(), List.of());
    }

    /** Sends the form with that action. */
    Visit submit(String action) {
        return send(markup.form(action), List.of());
    }

    /** Presses the first button with that name or that text. */
    Visit press(String button) {
        Form form = markup.formWith(button);
        return send(form, form.pressed(button));
    }

    /** Presses the button with that name and value. */
    Visit press(String name, String value) {
        return send(markup.formWith(name, value), List.of(new Field(name, value)));
    }

    /** Sends these fields and no others, whatever is on the page. */
    Visit post(String address, Map<String, String> fields) {
        return post(
                address,
                fields.entrySet().stream()
                        .map(field -> new Field(field.getKey(), field.getValue()))
                        .toList());
    }

    /** Sends this body, whatever it is. */
    Visit send(String address, String type, String body) {
        hops.clear();
        return go(
                HttpRequest.newBuilder(at(address)).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Makes sure of the status of the page that is shown. */
    Visit expect(int status) {
        assertThat(status()).as(() -> address() + ": " + text()).isEqualTo(status);
        return this;
    }

    int status() {
        return answer.statusCode();
    }

    /** The value of a header of the last answer, or null. */
    String header(String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    List<String> allOf(String header) {
        return answer.headers().allValues(header);
    }

    /** Path and query of the page that is shown. */
    String address() {
        URI uri = answer.uri();
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    String path() {
        return answer.uri().getRawPath();
    }

    /** Where the visitor was sent, one after the other, since the last step. */
    List<String> hops() {
        return List.copyOf(hops);
    }

    String html() {
        return answer.body();
    }

    /** What can be read on the page, between one space each. */
    String text() {
        return markup.text();
    }

    String heading() {
        return markup.textOf("h1");
    }

    /** What is in a field before anything is typed; of a choice, what is chosen; null if nothing is. */
    String value(String field) {
        return markup.values(field).stream().findFirst().orElse(null);
    }

    /** As {@link #value(String)}, of boxes of which several can be ticked. */
    List<String> values(String field) {
        return markup.values(field);
    }

    boolean hasField(String field) {
        return markup.hasField(field);
    }

    /** The value of a cookie by its name without prefix; null if there is none, or not any more. */
    String cookie(String name) {
        Cookie cookie = cookies.get("sspr-" + name);
        return cookie == null || !clock.instant().isBefore(cookie.until) ? null : cookie.value;
    }

    /** Every cookie as it was set, with its attributes, since the visit began. */
    List<String> cookiesSet() {
        return List.copyOf(cookiesSet);
    }

    Visit setCookie(String name, String value) {
        cookies.put("sspr-" + name, new Cookie(value, Instant.MAX));
        return this;
    }

    Visit forgetCookie(String name) {
        cookies.remove("sspr-" + name);
        return this;
    }

    Visit forgetCookies() {
        cookies.clear();
        return this;
    }

    /** For a look at it: writes the page to a file. */
    Visit keep(Path file) {
        try {
            Files.writeString(file, html());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Visit send(Form form, List<Field> pressed) {
        List<Field> fields = new ArrayList<>(form.fields());
        fields.removeIf(field -> typed.containsKey(field.name()));
        typed.forEach((name, values) -> values.stream()
                .filter(value -> form.hasField(name))
                .forEach(value -> fields.add(new Field(name, value))));
        fields.addAll(pressed);
        String action = form.action() == null ? address() : form.action();
        if (form.isPost()) {
            return post(action, fields);
        }
        return open(fields.isEmpty() ? action : action + "?" + encoded(fields));
    }

    private Visit post(String address, List<Field> fields) {
        hops.clear();
        return go(HttpRequest.newBuilder(at(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    private Visit go(HttpRequest.Builder request) {
        typed.clear();
        answer = exchange(request);
        while (answer.statusCode() == 303 || answer.statusCode() == 302) {
            assertThat(hops.size()).as("sent around by " + hops).isLessThan(MOST_HOPS);
            URI next = answer.uri().resolve(header("Location"));
            hops.add(header("Location"));
            answer = exchange(HttpRequest.newBuilder(next).GET());
        }
        markup = new Markup(answer.body());
        return this;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        sendCookies(request);
        try {
            HttpResponse<String> got = CLIENT.send(request.build(), BodyHandlers.ofString());
            got.headers().allValues("Set-Cookie").forEach(this::keepCookie);
            return got;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void sendCookies(HttpRequest.Builder request) {
        cookies.values().removeIf(cookie -> !clock.instant().isBefore(cookie.until));
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue().value)
                            .collect(Collectors.joining("; ")));
        }
    }

    /** As a browser does on an unencrypted connection, it takes no cookie that wants another. */
    private void keepCookie(String header) {
        cookiesSet.add(header);
        HttpCookie cookie = HttpCookie.parse(header).get(0);
        if (cookie.getSecure()) {
            return;
        }
        Instant until = cookie.getMaxAge() < 0 ? Instant.MAX : clock.instant().plusSeconds(cookie.getMaxAge());
        cookies.put(cookie.getName(), new Cookie(cookie.getValue(), until));
    }

    private URI at(String address) {
        URI here = answer == null ? URI.create(RestAssured.baseURI + ":" + RestAssured.port) : answer.uri();
        return here.resolve(address);
    }

    private static String encoded(List<Field> fields) {
        return fields.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
