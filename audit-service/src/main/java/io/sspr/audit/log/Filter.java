package io.sspr.audit.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which lines of the audit log are wanted. What a user typed is only ever a bound value of the statement, never a part of its text. */
public sealed interface Filter {
    /** Every line. */
    Filter NONE = new All(List.of());

    /** The condition as SQL, with a question mark for every value that it adds to {@code values}. */
    String sql(List<Object> values);

    /** All of the parts hold. */
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public String sql(List<Object> values) {
            return parts.isEmpty()
                    ? "true"
                    : parts.stream().map(part -> part.sql(values)).collect(Collectors.joining(" and "));
        }
    }

    /** A text property is the same as the value. */
    record TextIs(Property property, String value) implements Filter {
        @Override
        public String sql(List<Object> values) {
            values.add(property.comparable(value));
            return property.sql() + " = ?";
        }
    }

    /** A text property begins with the value. */
    record StartsWith(Property property, String value) implements Filter {
        @Override
        public String sql(List<Object> values) {
            values.add(property.comparable(value));
            return "starts_with(" + property.sql() + ", ?)";
        }
    }

    /** An id is the value. */
    record IdIs(Property property, UUID value) implements Filter {
        @Override
        public String sql(List<Object> values) {
            values.add(value);
            return property.sql() + " = ?";
        }
    }

    /** A time is before, at or after the value. */
    record TimeIs(Property property, Property.Comparison comparison, Instant value) implements Filter {
        @Override
        public String sql(List<Object> values) {
            values.add(value.atOffset(ZoneOffset.UTC));
            return property.sql() + " " + comparison.sql() + " ?";
        }
    }

    /** The line is about the target with this id. */
    record HasTarget(String id) implements Filter {
        @Override
        public String sql(List<Object> values) {
            values.add(id.toLowerCase(Locale.ROOT));
            return "target_id = ?";
        }
    }
}
