package io.sspr.audit.query;

import io.sspr.audit.log.Filter;
import io.sspr.audit.log.Property;
import io.sspr.audit.log.Property.Comparison;
import io.sspr.audit.query.FilterTokens.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a {@code $filter}: conditions joined by {@code and}, each of them a comparison, {@code startswith(…)} or
 * {@code targetResources/any(…)}. Texts stand in single quotes, a quote within them is doubled. Used once. Source: R-AUD-02.
 */
final class FilterParser {
    private static final String STARTS_WITH = "startswith";
    private static final String TARGETS = "targetResources/any";
    private static final String TEXT_FORM = "'text'";
    private static final String TIME_FORM = "2026-01-31T00:00:00Z";
    private static final String GUID_FORM = "'00000000-0000-0000-0000-000000000000'";

    private final FilterTokens tokens;

    private FilterParser(String filter) throws UnreadableQueryException {
        this.tokens = new FilterTokens(filter);
    }

    /** @throws UnreadableQueryException with the place from which on the filter is not understood */
    static Filter parse(String filter) throws UnreadableQueryException {
        return new FilterParser(filter).conjunction();
    }

    private Filter conjunction() throws UnreadableQueryException {
        List<Filter> parts = new ArrayList<>();
        parts.add(condition());
        while (!tokens.atEnd()) {
            tokens.take("and");
            parts.add(condition());
        }
        return new Filter.All(parts);
    }

    private Filter condition() throws UnreadableQueryException {
        if (tokens.next(STARTS_WITH)) {
            return startsWith();
        }
        if (tokens.next(TARGETS)) {
            return hasTarget();
        }
        return comparison();
    }

    private Filter startsWith() throws UnreadableQueryException {
        tokens.take(STARTS_WITH);
        tokens.take("(");
        Property property = property(
                Arrays.stream(Property.values()).filter(Property::isPrefixable).toList());
        tokens.take(",");
        String value = tokens.take(Kind.TEXT, TEXT_FORM);
        tokens.take(")");
        return new Filter.StartsWith(property, value);
    }

    private Filter hasTarget() throws UnreadableQueryException {
        tokens.take(TARGETS);
        tokens.take("(");
        String variable = tokens.take(Kind.WORD, "t:t/id");
        tokens.take(":");
        tokens.take(variable + "/id");
        tokens.take("eq");
        String id = tokens.take(Kind.TEXT, TEXT_FORM);
        tokens.take(")");
        return new Filter.HasTarget(id);
    }

    private Filter comparison() throws UnreadableQueryException {
        Property property = property(List.of(Property.values()));
        Comparison comparison = comparison(property);
        return switch (property.type()) {
            case TEXT, ANY_CASE_TEXT -> new Filter.TextIs(property, tokens.take(Kind.TEXT, TEXT_FORM));
            case TIME -> new Filter.TimeIs(property, comparison, time());
            case GUID -> new Filter.IdIs(property, guid());
        };
    }

    private Property property(List<Property> allowed) throws UnreadableQueryException {
        for (Property property : allowed) {
            if (tokens.next(property.path())) {
                tokens.take(property.path());
                return property;
            }
        }
        Stream<String> functions = allowed.size() == Property.values().length
                ? Stream.of(STARTS_WITH + "(…)", TARGETS + "(t:t/id eq '…')")
                : Stream.empty();
        throw tokens.unreadable(
                Stream.concat(allowed.stream().map(Property::path), functions).collect(Collectors.joining(", ")));
    }

    private Comparison comparison(Property property) throws UnreadableQueryException {
        for (Comparison comparison : property.comparisons()) {
            if (tokens.next(word(comparison))) {
                tokens.take(word(comparison));
                return comparison;
            }
        }
        throw tokens.unreadable(
                property.comparisons().stream().map(FilterParser::word).collect(Collectors.joining(", ")));
    }

    private Instant time() throws UnreadableQueryException {
        int position = tokens.position();
        try {
            return OffsetDateTime.parse(tokens.take(Kind.TIME, TIME_FORM)).toInstant();
        } catch (DateTimeException e) {
            throw UnreadableQueryException.filter(position, TIME_FORM);
        }
    }

    /** Graph writes ids in quotes here and without them there; both are understood. */
    private UUID guid() throws UnreadableQueryException {
        int position = tokens.position();
        String text = tokens.nextIs(Kind.GUID) ? tokens.take(Kind.GUID, GUID_FORM) : tokens.take(Kind.TEXT, GUID_FORM);
        if (!FilterTokens.isGuid(text)) {
            throw UnreadableQueryException.filter(position, GUID_FORM);
        }
        return UUID.fromString(text);
    }

    private static String word(Comparison comparison) {
        return comparison.name().toLowerCase(Locale.ROOT);
    }
}
