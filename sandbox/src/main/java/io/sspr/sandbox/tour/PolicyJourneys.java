package io.sspr.sandbox.tour;

import static io.sspr.sandbox.tour.Stop.SUCCESS;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.Http.Answer;
import java.util.Map;

/** Journeys that depend on what administrators have set, or set in the middle of them: it is in force at once. */
final class PolicyJourneys {
    private final Steps steps;
    private final Staff staff;

    PolicyJourneys(Steps steps, Staff staff) {
        this.steps = steps;
        this.staff = staff;
    }

    Stop alternateIdOff(String name) {
        DemoAccount account = DemoAccounts.named(name);
        String alias = account.alias();
        return Steps.stop(account, alias, "named by another address", "AccountNotVerified", () -> steps.begin(alias));
    }

    Stop alternateIdOn(String name) {
        DemoAccount account = DemoAccounts.named(name);
        return Steps.stop(account, account.alias(), "the same, switched on meanwhile", SUCCESS, () -> {
            staff.changePolicy(DemoTenant.of(account), Map.of("alternateLoginId", Map.of("enabled", true)));
            return steps.finish(steps.atPasswordPage(account, account.alias()), account);
        });
    }

    Stop switchedOffOnTheWay(String name) {
        DemoAccount account = DemoAccounts.named(name);
        DemoTenant tenant = DemoTenant.of(account);
        return Steps.stop(account, "switched off between gate and password", "SSPR_0009", () -> {
            ResetClient reset = steps.atPasswordPage(account);
            staff.changePolicy(tenant, Map.of("ssprEnabled", "NONE"));
            try {
                return Steps.refusal(reset, reset.submit(steps.newPassword()));
            } finally {
                staff.changePolicy(tenant, Map.of("ssprEnabled", "ALL"));
            }
        });
    }

    /** Somebody who names nobody in an organisation that does not tell: all looks as usual, and no code is ever right. */
    Stop ledOn(String name) {
        DemoAccount witness = DemoAccounts.named(name);
        String nobody = Strangers.at(witness);
        return Steps.stop(witness, nobody, "unknown user, led on", "CodeWrong", () -> {
            ResetClient reset = steps.client(witness);
            reset.begin(nobody);
            Answer sent = reset.sendCode(Proof.MAIL.method(), null);
            return Steps.refusal(reset, reset.typeCode(sent.body().path("id").asText(), "000000"));
        });
    }
}
