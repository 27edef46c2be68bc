package io.sspr.reset.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.sspr.contract.policy.PolicyChanged.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Setting by setting, what differs between two policies. Lists count as one setting. Source: R-CFG-27. */
final class PolicyDifference {
    private PolicyDifference() {}

    static List<Change> between(JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        collect("", before, after, changes);
        return changes;
    }

    private static void collect(String path, JsonNode before, JsonNode after, List<Change> changes) {
        if (!before.isObject() && !after.isObject()) {
            if (!before.equals(after)) {
                changes.add(new Change(path, before.toString(), after.toString()));
            }
            return;
        }
        SortedSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            collect(path.isEmpty() ? name : path + "." + name, at(before, name), at(after, name), changes);
        }
    }

    private static JsonNode at(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null ? NullNode.getInstance() : value;
    }
}
