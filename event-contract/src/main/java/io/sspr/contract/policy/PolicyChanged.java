package io.sspr.contract.policy;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;
import java.util.List;

/** An administrator changed settings of the tenant; they are in force. Source: R-CFG-27. */
public record PolicyChanged(Person by, List<Change> changes) implements Fact {
    /**
     * One setting.
     *
     * @param setting its name, with a dot for nested ones: {@code lockout.threshold}
     * @param oldValue as JSON
     * @param newValue as JSON
     */
    public record Change(String setting, String oldValue, String newValue) {}
}
