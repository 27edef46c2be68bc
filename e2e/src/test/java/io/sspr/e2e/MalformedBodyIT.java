package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.e2e.RawHttp.Answer;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.ResetClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every address that takes a body gets one that is wrong in every way that one can think of, in every place. It answers with a problem document in the
 * caller's language that repeats nothing of it, or does what was asked; it never fails.
 */
class MalformedBodyIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final RawHttp RESET = new RawHttp(SYSTEM.resetService());

    /** In every text that is sent, so that an answer that repeats one is found. */
    private static final String MARK = "zq9mark";

    private static final List<String> NO_JSON =
            List.of("", "{", "[]", "null", "5", "\"text\"", "{\"a\": }", "\u0000", "<a/>");

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("null", "null"),
            Map.entry("an object", "{\"a\": 1}"),
            Map.entry("a list", "[\"" + MARK + "\"]"),
            Map.entry("a list with null", "[null]"),
            Map.entry("a number", "-12345678901234567890"),
            Map.entry("a fraction", "0.5"),
            Map.entry("a truth value", "true"),
            Map.entry("nothing", "\"\""),
            Map.entry("blanks", "\"   \""),
            Map.entry("a line break", "\"" + MARK + "\\r\\nBcc: eve@evil.example\""),
            Map.entry("a null character", "\"" + MARK + "\\u0000@contoso.example\""),
            Map.entry("half a character", "\"" + MARK + "\\ud800@contoso.example\""),
            Map.entry("markup", "\"<script>alert('" + MARK + "')</script>\""),
            Map.entry("quotes", "\"' or 1=1 --" + MARK + "\\\"\""),
            Map.entry("a path", "\"../../../../etc/" + MARK + "\""),
            Map.entry("a pattern", "\"%{" + MARK + "}${" + MARK + "}{0}%s\""),
            Map.entry("a megabyte", "\"" + MARK + "a".repeat(1_000_000) + "\""));

    private static ResetClient open;
    private static ResetClient proven;
    private static Map<String, String> user;
    private static Map<String, String> administrator;

    @TestFactory
    Stream<DynamicTest> answersWhateverIsSent() {
        ready();
        return Route.of(SYSTEM.resetService()).stream()
                .filter(Route::takesBody)
                .flatMap(route -> Stream.of(
                        DynamicTest.dynamicTest(route + " with no JSON", () -> explainsWhatIsNoJson(route)),
                        DynamicTest.dynamicTest(route + " with a field too many", () -> namesTheUnknownField(route)),
                        DynamicTest.dynamicTest(route + " with other values", () -> survivesEveryValue(route))));
    }

    @AfterAll
    static void tidyUp() {
        SYSTEM.seeded("abe");
    }

    private static void ready() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        open = SYSTEM.client(cleo);
        open.begin(cleo.upn());
        proven = SYSTEM.tour().journeys().atPasswordPage(SYSTEM.seeded("bea"));
        user = SYSTEM.signedIn(SYSTEM.seeded("mia"));
        administrator = SYSTEM.administratorOf(ValidBodies.TENANT);
    }

    private static void explainsWhatIsNoJson(Route route) {
        for (String language : List.of("en", "ja")) {
            for (String body : NO_JSON) {
                Answer answer = send(route, body, language);

                assertThat(answer.status()).as(body).isEqualTo(400);
                assertProblem(answer, language, body);
            }
        }
    }

    private static void namesTheUnknownField(Route route) {
        for (String language : List.of("en", "ja")) {
            Answer answer = send(route, valid(route).put("surprise", MARK).toString(), language);

            assertThat(answer.code()).isEqualTo("MalformedRequest");
            assertThat(answer.body().path("errors").findValuesAsText("where")).contains("surprise");
            assertProblem(answer, language, "an unknown field");
        }
    }

    private static void survivesEveryValue(Route route) {
        List<String> languages = new ArrayList<>(List.of("en", "ja"));
        List<String> failures = new ArrayList<>();
        for (String pointer : pointers(valid(route), "")) {
            VALUES.forEach((what, value) -> {
                Collections.rotate(languages, 1);
                String where = pointer + " is " + what;
                Answer answer = send(route, with(valid(route), pointer, value), languages.get(0));
                if (answer.status() >= 500) {
                    failures.add(where);
                } else if (answer.status() >= 400) {
                    assertProblem(answer, languages.get(0), where);
                }
            });
        }
        assertThat(failures).isEmpty();
    }

    private static Answer send(Route route, String body, String language) {
        Map<String, String> headers = new HashMap<>(callerOf(route));
        headers.put("Accept-Language", language);
        return RESET.send(route.method(), address(route), body, headers);
    }

    private static Map<String, String> callerOf(Route route) {
        if (route.isBelow("/api/v1/admin/")) {
            return administrator;
        }
        return route.isBelow("/api/v1/resets/") ? resetOf(route).headers() : user;
    }

    private static String address(Route route) {
        return route.path()
                .replace("/api/v1/resets/{id}", resetOf(route).path(""))
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private static ResetClient resetOf(Route route) {
        return route.path().endsWith("/password") ? proven : open;
    }

    /** With a captcha that is solved, so that what comes after it gets to see the rest. */
    private static ObjectNode valid(Route route) {
        String body = ValidBodies.of(route).orElseThrow(() -> new AssertionError("ValidBodies has none for " + route));
        ObjectNode valid = (ObjectNode) json(body);
        if (valid.has("captcha")) {
            valid.put("captcha", open.solveCaptcha());
        }
        return valid;
    }

    /** Every place in it, down to the single values. */
    private static List<String> pointers(JsonNode node, String at) {
        List<String> pointers = new ArrayList<>();
        if (!at.isEmpty()) {
            pointers.add(at);
        }
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> pointers.addAll(pointers(field.getValue(), at + "/" + field.getKey())));
        }
        if (node instanceof ArrayNode list && !list.isEmpty()) {
            pointers.addAll(pointers(list.get(0), at + "/0"));
        }
        return pointers;
    }

    /** Text, since a number that no number type holds must arrive as it is. */
    private static String with(ObjectNode valid, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = valid.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), json("\"@here@\""));
        } else {
            ((ObjectNode) parent).put(name, "@here@");
        }
        return valid.toString().replace("\"@here@\"", value);
    }

    private static JsonNode json(String text) {
        try {
            return RawHttp.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertProblem(Answer answer, String language, String where) {
        assertThat(answer.contentType()).as(where).startsWith("application/problem+json");
        assertThat(answer.language()).as(where).isEqualTo(language);
        assertThat(answer.body().path("status").asInt()).as(where).isEqualTo(answer.status());
        for (String text : List.of("title", "detail", "remedy")) {
            boolean isJapanese = answer.body().path(text).asText().codePoints().anyMatch(MalformedBodyIT::isJapanese);
            assertThat(answer.body().path(text).asText()).as(where).isNotBlank();
            assertThat(isJapanese).as(where + ": " + text).isEqualTo(language.equals("ja"));
        }
        assertThat(answer.body().toString())
                .as(where)
                .doesNotContain(MARK, "Exception", "at io.", "at com.", "at org.");
    }

    private static boolean isJapanese(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }
}
