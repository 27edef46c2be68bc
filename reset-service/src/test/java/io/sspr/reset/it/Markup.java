package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of one of our pages that a test wants: text, links and forms. It reads the HTML that our templates make, and not any HTML there is. */
final class Markup {
    private static final String ATTRIBUTES = "\\b([^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*)>";
    private static final Pattern INPUT = Pattern.compile("(?si)<input" + ATTRIBUTES);
    private static final Pattern OPTION = Pattern.compile("(?si)<option" + ATTRIBUTES + "([^<]*)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?s)([A-Za-z][-A-Za-z0-9_:]*)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?");
    private static final Pattern UNREAD =
            Pattern.compile("(?si)<!--.*?-->|<(script|style|head|template)\\b.*?</\\1\\s*>|<[^>]*>");

    private final String html;

    Markup(String html) {
        this.html = html;
    }

    /** One value that a form sends. */
    record Field(String name, String value) {}

    /** @param body what is between its tags */
    private record Element(Map<String, String> attributes, String body) {
        Element(String attributes, String body) {
            this(Markup.attributes(attributes), body);
        }

        String attribute(String name) {
            return attributes.get(name);
        }

        boolean has(String name) {
            return attributes.containsKey(name);
        }

        String value(String otherwise) {
            return Optional.ofNullable(attribute("value")).orElse(otherwise);
        }

        boolean isCalled(String called) {
            return called.equals(attribute("name")) || called.equals(readable(body));
        }
    }

    /** A form as it came, with the values that it came with. */
    static final class Form {
        private final Element element;

        private Form(Element element) {
            this.element = element;
        }

        /** Null for the address of the page. */
        String action() {
            return element.attribute("action");
        }

        boolean isPost() {
            return "post".equalsIgnoreCase(element.attribute("method"));
        }

        /** What the browser would send if nobody typed anything. */
        List<Field> fields() {
            List<Field> fields = new ArrayList<>();
            inputs().filter(Form::isSent)
                    .forEach(input ->
                            fields.add(new Field(input.attribute("name"), input.value(isBox(input) ? "on" : ""))));
            elements(element.body, "textarea")
                    .forEach(area -> fields.add(
                            new Field(area.attribute("name"), decode(area.body).stripLeading())));
            elements(element.body, "select")
                    .forEach(select ->
                            chosen(select).ifPresent(value -> fields.add(new Field(select.attribute("name"), value))));
            return fields;
        }

        boolean hasField(String name) {
            return Stream.of(inputs(), elements(element.body, "textarea"), elements(element.body, "select"))
                    .flatMap(some -> some)
                    .anyMatch(field -> name.equals(field.attribute("name")));
        }

        /** What pressing that button adds; nothing if it has no name. */
        List<Field> pressed(String button) {
            Element pressed =
                    buttons().filter(it -> it.isCalled(button)).findFirst().orElseThrow();
            String name = pressed.attribute("name");
            return name == null ? List.of() : List.of(new Field(name, pressed.value("")));
        }

        private boolean hasButton(String name, String value) {
            return buttons().anyMatch(it -> name.equals(it.attribute("name")) && value.equals(it.attribute("value")));
        }

        private Stream<Element> inputs() {
            return INPUT.matcher(element.body).results().map(found -> new Element(found.group(1), ""));
        }

        private Stream<Element> buttons() {
            return elements(element.body, "button");
        }

        private static boolean isSent(Element input) {
            boolean isChoice = isBox(input) || "radio".equals(input.attribute("type"));
            return input.has("name") && !input.has("disabled") && (!isChoice || input.has("checked"));
        }

        private static boolean isBox(Element input) {
            return "checkbox".equals(input.attribute("type"));
        }

        private static Optional<String> chosen(Element select) {
            List<Element> options = OPTION.matcher(select.body)
                    .results()
                    .map(found -> new Element(found.group(1), found.group(2)))
                    .toList();
            return options.stream()
                    .filter(option -> option.has("selected"))
                    .findFirst()
                    .or(() -> options.stream().findFirst())
                    .map(option -> option.value(readable(option.body)));
        }
    }

    /** The form that a page is about: not the one in its head by which users sign out. */
    Form onlyForm() {
        List<Form> forms =
                forms().filter(form -> !"/signout".equals(form.action())).toList();
        assertThat(forms).as("the only form of " + html).hasSize(1);
        return forms.get(0);
    }

    Form form(String action) {
        return first("form " + action, form -> action.equals(form.action()));
    }

    Form formWith(String button) {
        return first("button " + button, form -> form.buttons().anyMatch(it -> it.isCalled(button)));
    }

    Form formWith(String name, String value) {
        return first("button " + name + "=" + value, form -> form.hasButton(name, value));
    }

    boolean hasField(String name) {
        return forms().anyMatch(form -> form.hasField(name));
    }

    /** All values of a field before anything is typed. */
    List<String> values(String name) {
        return forms().flatMap(form -> form.fields().stream())
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** Where the link with that text leads. */
    String addressOf(String link) {
        return elements(html, "a")
                .filter(a -> readable(a.body).equals(link))
                .findFirst()
                .map(a -> a.attribute("href"))
                .orElseThrow(() -> new AssertionError("no link " + link + " in " + html));
    }

    /** The text of the first such element; null if there is none. */
    String textOf(String tag) {
        return elements(html, tag).findFirst().map(it -> readable(it.body)).orElse(null);
    }

    String text() {
        return readable(html);
    }

    private Form first(String what, Predicate<Form> wanted) {
        return forms().filter(wanted).findFirst().orElseThrow(() -> new AssertionError("no " + what + " in " + html));
    }

    private Stream<Form> forms() {
        return elements(html, "form").map(Form::new);
    }

    private static Stream<Element> elements(String html, String tag) {
        return Pattern.compile("(?si)<" + tag + ATTRIBUTES + "(.*?)</" + tag + "\\s*>")
                .matcher(html)
                .results()
                .map(found -> new Element(found.group(1), found.group(2)));
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        ATTRIBUTE.matcher(text).results().forEach(found -> {
            String value = Stream.of(2, 3, 4)
                    .flatMap(group -> Stream.ofNullable(found.group(group)))
                    .findFirst()
                    .orElse("");
            attributes.put(found.group(1).toLowerCase(Locale.ROOT), decode(value));
        });
        return attributes;
    }

    private static String readable(String html) {
        return decode(UNREAD.matcher(html).replaceAll(" "))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String decode(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
