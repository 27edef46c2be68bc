package io.sspr.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An address with a method, as a service describes it in OpenAPI.
 *
 * @param path with its parameters in braces
 * @param takesBody whether a body belongs to it
 */
record Route(String method, String path, boolean takesBody) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All that a service offers. */
    static List<Route> of(URI service) {
        JsonNode paths = new RawHttp(service)
                .get("/q/openapi?format=json", Map.of())
                .body()
                .path("paths");
        List<Route> routes = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new Route(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue().has("requestBody")))
                        .forEach(routes::add));
        return routes;
    }

    /** By which the tests' tables know it: {@code POST /api/v1/resets}. */
    String key() {
        return method + " " + path;
    }

    boolean isBelow(String prefix) {
        return path.startsWith(prefix);
    }

    @Override
    public String toString() {
        return key();
    }
}
