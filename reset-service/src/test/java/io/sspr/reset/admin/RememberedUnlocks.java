package io.sspr.reset.admin;

import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.writeback.AgentAnswer;
import io.sspr.reset.writeback.AgentRequest;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;

/** Remembers in a word what came of unlocks. */
@Vetoed
final class RememberedUnlocks extends ReportAdminUnlock {
    private final List<String> told = new ArrayList<>();

    RememberedUnlocks() {
        super(null, null);
    }

    List<String> told() {
        return told;
    }

    @Override
    void succeeded(AdminUnlock unlock) {
        told.add("unlocked");
    }

    @Override
    void succeeded(AgentRequest request, Account account, Person by) {
        told.add("unlocked by " + by.id());
    }

    @Override
    void refused(AdminUnlock unlock, ProblemName why) {
        told.add(why.code());
    }

    @Override
    void refused(AdminUnlock unlock, SsprCode why) {
        told.add(why.title());
    }

    @Override
    void refused(AgentRequest request, Account account, Person by, AgentAnswer why) {
        told.add(why.reason().name());
    }
}
