package io.sspr.reset.admin;

import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.writeback.AgentAnswer;
import io.sspr.reset.writeback.AgentRequest;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;

/** Remembers in a word what came of resets. */
@Vetoed
final class RememberedReports extends ReportAdminReset {
    private final List<String> told = new ArrayList<>();

    RememberedReports() {
        super(null, null, null, null);
    }

    List<String> told() {
        return told;
    }

    @Override
    void succeeded(AdminReset reset, Account account) {
        told.add("reset");
    }

    @Override
    void succeeded(AgentRequest request, Account account, Person by) {
        told.add("reset by " + by.id());
    }

    @Override
    void refused(AdminReset reset, ProblemName why) {
        told.add(why.code());
    }

    @Override
    void refused(AdminReset reset, Verdict why) {
        told.add(why.problem().code());
    }

    @Override
    void refused(AdminReset reset, SsprCode why) {
        told.add(why.title());
    }

    @Override
    void refused(AgentRequest request, Account account, Person by, AgentAnswer why) {
        told.add(why.reason().name());
    }
}
