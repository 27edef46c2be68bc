package io.sspr.reset.contact;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.outbox.Outbox;
import io.sspr.reset.contact.DescribeCall.Caller;
import io.sspr.reset.contact.DescribeCall.Obstacle;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.FindAccount;
import io.sspr.reset.directory.FindAccount.Found;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.eligibility.CheckEligibility;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Visitor;
import io.sspr.reset.throttle.Subjects;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody without a reset, perhaps because none can begin, names an account and asks its administrators for help. For a name that leads to no account
 * everything is done likewise, and answered so, but no administrator is told. Ask for the captcha first. Source: R-HLP-01 … R-HLP-08.
 */
@ApplicationScoped
class CallForHelpByName {
    private final Tenants tenants;
    private final FindAccount findAccount;
    private final Accounts accounts;
    private final Subjects subjects;
    private final Throttle throttle;
    private final CheckEligibility checkEligibility;
    private final HelpRequests requests;
    private final DescribeCall describeCall;
    private final Outbox outbox;
    private final Clock clock;

    CallForHelpByName(
            Tenants tenants,
            FindAccount findAccount,
            Accounts accounts,
            Subjects subjects,
            Throttle throttle,
            CheckEligibility checkEligibility,
            HelpRequests requests,
            DescribeCall describeCall,
            Outbox outbox,
            Clock clock) {
        this.tenants = tenants;
        this.findAccount = findAccount;
        this.accounts = accounts;
        this.subjects = subjects;
        this.throttle = throttle;
        this.checkEligibility = checkEligibility;
        this.requests = requests;
        this.describeCall = describeCall;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Outcome<Answer> call(String userId, Visitor visitor) {
        String name = userId.strip();
        Optional<Tenant> tenant = tenants.ofDomain(name.substring(name.lastIndexOf('@') + 1));
        Answer answer = new Answer(visitor.supportCode(), tenant.map(Tenant::id), tenant.flatMap(Helpdesk::of));
        if (answer.helpdesk().isPresent()) {
            return Outcome.done(answer);
        }
        Optional<Found> found = tenant.map(known -> findAccount.find(known, name));
        Optional<Account> account =
                found.filter(who -> who.unusable().isEmpty()).flatMap(Found::account);
        String subject = account.map(known -> subjects.ofAccount(known.id())).orElseGet(() -> subjects.ofName(name));
        Instant now = clock.instant();
        if (!requests.mayAsk(subject, null, now)) {
            return Outcome.declined(ProblemName.HELP_ASKED_TOO_OFTEN);
        }
        tenant.ifPresent(known -> publish(known, found.orElseThrow(), subject, visitor, now));
        return Outcome.done(answer);
    }

    private void publish(Tenant tenant, Found found, String subject, Visitor visitor, Instant now) {
        Account account = found.account()
                .filter(known -> found.unusable().isEmpty())
                .orElseGet(() -> accounts.decoy(tenant.id(), subject));
        Person user = found.account()
                .map(known -> known.person(visitor.ipAddress()))
                .orElseGet(() -> Person.unknown(visitor.ipAddress()));
        Caller caller = new Caller(
                account, user, null, Optional.empty(), visitor.language().tag());
        Fact contacted = describeCall.describe(tenant, caller, obstacle(tenant, account, subject));
        Fact fact = found.unusable()
                .<Fact>map(cause -> new AccountNotVerified(null, user, cause))
                .orElse(contacted);
        outbox.add(new Message<>(
                UUID.randomUUID(),
                now,
                "/reset-service",
                tenant.id(),
                user.id() == null ? tenant.id() : user.id().toString(),
                visitor.supportCode(),
                fact));
    }

    /** What the user would run into who began a reset now. */
    private Obstacle obstacle(Tenant tenant, Account account, String subject) {
        if (throttle.standing(subject).block().isPresent()) {
            return Obstacle.BLOCKED;
        }
        return checkEligibility
                .atBegin(tenant, account)
                .map(ineligible -> Obstacle.of(ineligible.code()))
                .orElse(Obstacle.NONE);
    }
}
