package io.sspr.audit.query;

import io.sspr.audit.log.AuditQuery;
import io.sspr.audit.log.AuditQuery.Position;
import io.sspr.audit.log.Filter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of one request, as in OData: each at most once and no others than these. Source: R-AUD-02. */
final class QueryOptions {
    static final String FILTER = "$filter";
    static final String TOP = "$top";
    static final String ORDER_BY = "$orderby";
    static final String SKIP_TOKEN = "$skiptoken";

    static final int DEFAULT_TOP = 100;
    static final int MAX_TOP = 1000;

    private static final List<String> KNOWN = List.of(FILTER, TOP, ORDER_BY, SKIP_TOKEN);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern ORDER = Pattern.compile("activityDateTime(?: +(?:asc|desc))?");

    private final MultivaluedMap<String, String> given;

    private QueryOptions(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    /** @throws UnreadableQueryException if an option is unknown or stands there twice */
    static QueryOptions of(MultivaluedMap<String, String> given) throws UnreadableQueryException {
        for (Map.Entry<String, List<String>> option : given.entrySet()) {
            if (!KNOWN.contains(option.getKey()) || option.getValue().size() != 1) {
                throw UnreadableQueryException.option(String.join(", ", KNOWN));
            }
        }
        return new QueryOptions(given);
    }

    AuditQuery query() throws UnreadableQueryException {
        return new AuditQuery(filter(), top(), oldestFirst(), after());
    }

    /** The query part of the URL of the page that begins after {@code position}. */
    String next(Position position) {
        Stream<String> same = Stream.of(FILTER, TOP, ORDER_BY)
                .filter(given::containsKey)
                .map(option -> option + "=" + encoded(given.getFirst(option)));
        return Stream.concat(same, Stream.of(SKIP_TOKEN + "=" + SkipToken.write(position)))
                .collect(Collectors.joining("&"));
    }

    private Filter filter() throws UnreadableQueryException {
        String filter = given.getFirst(FILTER);
        return filter == null ? Filter.NONE : FilterParser.parse(filter);
    }

    private int top() throws UnreadableQueryException {
        String top = given.getFirst(TOP);
        if (top == null) {
            return DEFAULT_TOP;
        }
        if (!NUMBER.matcher(top).matches() || Integer.parseInt(top) < 1 || Integer.parseInt(top) > MAX_TOP) {
            throw UnreadableQueryException.value(TOP, "1 … " + MAX_TOP);
        }
        return Integer.parseInt(top);
    }

    private boolean oldestFirst() throws UnreadableQueryException {
        String order = given.getFirst(ORDER_BY);
        if (order == null) {
            return false;
        }
        if (!ORDER.matcher(order).matches()) {
            throw UnreadableQueryException.value(ORDER_BY, "activityDateTime asc, activityDateTime desc");
        }
        return !order.endsWith(" desc");
    }

    private Position after() throws UnreadableQueryException {
        String token = given.getFirst(SKIP_TOKEN);
        if (token == null) {
            return null;
        }
        return SkipToken.read(token).orElseThrow(() -> UnreadableQueryException.value(SKIP_TOKEN, "@odata.nextLink"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
