package io.sspr.reset.agent;

import io.sspr.contract.Message;
import io.sspr.contract.seal.BrokenSealException.Fault;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was reported as distrusted. */
@Vetoed
public final class TestReports extends ReportDistrusted {
    private final List<Fault> faults = new ArrayList<>();

    public TestReports() {
        super(null, null, null);
    }

    @Override
    public void report(String topic, Message<?> message, Fault fault) {
        faults.add(fault);
    }

    public List<Fault> faults() {
        return faults;
    }
}
