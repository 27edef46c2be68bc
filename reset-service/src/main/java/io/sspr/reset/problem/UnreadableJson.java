package io.sspr.reset.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a document cannot be read, and why. */
public final class UnreadableJson {
    private UnreadableJson() {}

    /** Names the place, never the value: it may be a password. */
    public static Fault fault(JacksonException e) {
        String where = e instanceof JsonMappingException mapping ? path(mapping) : "";
        if (where.isEmpty() && e.getLocation() != null) {
            where = e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
        }
        if (e instanceof UnrecognizedPropertyException) {
            return new Fault(where, "body.unknownField");
        }
        return new Fault(where, e instanceof JsonMappingException ? "body.wrongForm" : "body.notJson");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
