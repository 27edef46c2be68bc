package io.sspr.audit.log;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every property of the audit log that can be filtered by, with its column and what may be asked of it. Source: R-AUD-02. */
public enum Property {
    ACTIVITY("activityDisplayName", "activity_display_name", Type.TEXT, true, Comparison.EQ),
    TIME("activityDateTime", "activity_date_time", Type.TIME, false, Comparison.values()),
    SERVICE("loggedByService", "logged_by_service", Type.TEXT, false, Comparison.EQ),
    CORRELATION_ID("correlationId", "correlation_id", Type.GUID, false, Comparison.EQ),
    RESULT("result", "result", Type.TEXT, false, Comparison.EQ),
    USER_ID("initiatedBy/user/id", "user_id", Type.GUID, false, Comparison.EQ),
    USER_NAME("initiatedBy/user/displayName", "user_display_name", Type.TEXT, false, Comparison.EQ),
    USER_PRINCIPAL_NAME(
            "initiatedBy/user/userPrincipalName", "user_principal_name", Type.ANY_CASE_TEXT, true, Comparison.EQ);

    /** What a property is compared with. */
    public enum Type {
        TEXT,
        /** Text in which upper and lower case are the same, as in user names (R-UID-02). */
        ANY_CASE_TEXT,
        TIME,
        GUID
    }

    /** How a property is compared. */
    public enum Comparison {
        EQ("="),
        GE(">="),
        LE("<="),
        GT(">"),
        LT("<");

        private final String sql;

        Comparison(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    private final String path;
    private final String column;
    private final Type type;
    private final boolean prefixable;
    private final Set<Comparison> comparisons;

    Property(String path, String column, Type type, boolean prefixable, Comparison... comparisons) {
        this.path = path;
        this.column = column;
        this.type = type;
        this.prefixable = prefixable;
        this.comparisons = EnumSet.copyOf(Arrays.asList(comparisons));
    }

    /** The name in a filter. */
    public String path() {
        return path;
    }

    /** The property in a statement. */
    String sql() {
        return type == Type.ANY_CASE_TEXT ? "lower(" + column + ")" : column;
    }

    /** A text as {@link #sql()} would give it. */
    String comparable(String text) {
        return type == Type.ANY_CASE_TEXT ? text.toLowerCase(Locale.ROOT) : text;
    }

    public Type type() {
        return type;
    }

    /** Whether {@code startswith} may be asked of it. */
    public boolean isPrefixable() {
        return prefixable;
    }

    public Set<Comparison> comparisons() {
        return EnumSet.copyOf(comparisons);
    }

    public static Optional<Property> named(String path) {
        return Arrays.stream(values())
                .filter(property -> property.path.equals(path))
                .findFirst();
    }
}
