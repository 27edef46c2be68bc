package io.sspr.reset.registration;

import io.sspr.contract.registration.Purpose;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.authenticator.AppSecret;
import io.sspr.reset.authenticator.Authenticator.Kind;
import io.sspr.reset.authenticator.SetUpAuthenticator;
import io.sspr.reset.authenticator.SetUpAuthenticator.NewApp;
import io.sspr.reset.authenticator.SetUpAuthenticator.Prepared;
import io.sspr.reset.gate.Method;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Begins to register an app: the user takes a secret into it, and it is stored once a code of it is typed. Source: R-REG-08, R-REG-15, R-APP-01. */
@ApplicationScoped
class RegisterApp {
    /** What an app may be called: one line. */
    static final String NAME = "\\P{Cntrl}*";

    static final int LONGEST_NAME = 64;

    /** Where an app may be reached. */
    static final String DEVICE = "[!-~]+";

    static final int LONGEST_DEVICE = 200;

    private final EnterRegistration enter;
    private final StartVerification start;
    private final SetUpAuthenticator setUpAuthenticator;
    private final ResetConfig config;

    RegisterApp(
            EnterRegistration enter,
            StartVerification start,
            SetUpAuthenticator setUpAuthenticator,
            ResetConfig config) {
        this.enter = enter;
        this.start = start;
        this.setUpAuthenticator = setUpAuthenticator;
        this.config = config;
    }

    /**
     * A set-up that began.
     *
     * @param uri for the QR code that the app scans
     * @param key the same secret for typing
     */
    record SetUp(Verification verification, Secret uri, Secret key) {
        static SetUp of(Visit visit, Verification verification, AppSecret secret) {
            return new SetUp(
                    verification,
                    secret.setupUri(
                            visit.tenant().displayName(), visit.account().userPrincipalName()),
                    secret.base32());
        }
    }

    @Transactional
    Outcome<SetUp> begin(Caller caller, NewApp app) {
        Method method = app.device() == null ? Method.APP_CODE : Method.APP_NOTIFICATION;
        return enter.toChange(caller, visit -> {
            boolean isPossible = app.device() == null || app.kind() == Kind.MICROSOFT;
            if (!isPossible || !visit.options(Mode.MANAGE).offered().contains(method)) {
                return Outcome.declined(ProblemName.METHOD_NOT_REGISTRABLE);
            }
            return setUpAuthenticator.hasRoom(visit.account().id(), app.kind())
                    ? begin(visit, method, app)
                    : Outcome.declined(ProblemName.TOO_MANY_AUTHENTICATORS);
        });
    }

    private Outcome<SetUp> begin(Visit visit, Method method, NewApp app) {
        Verification verification = new Verification(
                visit, Purpose.REGISTER, method, visit.now().plus(config.code().lifetime()));
        Prepared prepared = setUpAuthenticator.prepare(visit.account().id(), verification.id);
        verification.setsUp(app, prepared.encrypted());
        start.byApp(visit, verification);
        return Outcome.done(SetUp.of(visit, verification, prepared.secret()));
    }
}
