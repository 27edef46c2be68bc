package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.Outside;

/** The pages of a reset, and what a visitor does on them. */
final class ResetPages {
    static final String START = "/passwordreset";
    static final String INTENT = START + "/intent";
    static final String METHODS = START + "/methods";
    static final String CODE = START + "/code";
    static final String PASSWORD = START + "/password";
    static final String RESULT = START + "/result";
    static final String CONTACT = START + "/contact";
    static final String CONTACT_LINK = "main a[href^='" + CONTACT + "']";

    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Outside OUTSIDE = SYSTEM.tour().outside();

    private final Visitor visitor;

    ResetPages(Visitor visitor) {
        this.visitor = visitor;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Names an account; the browser solves the captcha meanwhile. */
    ResetPages identify(String userId) {
        visitor.open(START).type("userId", userId).goOn();
        return this;
    }

    /** Says what the trouble is, where that is asked: {@code RESET} or {@code UNLOCK}. */
    ResetPages want(String intent) {
        assertThat(visitor.path()).isEqualTo(INTENT);
        visitor.choose("intent", intent).goOn();
        return this;
    }

    /**
     * Chooses how to be reached, and before that, where it is asked, to reset the password.
     *
     * @param way {@code MAIL}, {@code SMS}, {@code CALL}, {@code OFFICE}, {@code APP_CODE} or {@code QUESTIONS}
     */
    ResetPages choose(String way) {
        if (visitor.path().equals(INTENT)) {
            want("RESET");
        }
        assertThat(visitor.path()).isEqualTo(METHODS);
        visitor.choose("way", way).goOn();
        return this;
    }

    /** Types the whole number, of which only the end is shown. */
    ResetPages typeNumber(String number) {
        visitor.type("phoneNumber", number).goOn();
        return this;
    }

    ResetPages typeCode(String code) {
        assertThat(visitor.path()).isEqualTo(CODE);
        visitor.type("code", code).goOn();
        return this;
    }

    /** Passes a gate by a code from the mailbox. */
    ResetPages passByMail(DemoAccount account) {
        int seen = OUTSIDE.countMessages(account.alternateEmail());
        choose("MAIL");
        return typeCode(OUTSIDE.awaitCode(account.alternateEmail(), seen));
    }

    /** Passes a gate by a code from a text message. */
    ResetPages passBySms(DemoAccount account) {
        int seen = OUTSIDE.countMessages(account.phone());
        choose("SMS").typeNumber(account.phone());
        return typeCode(OUTSIDE.awaitCode(account.phone(), seen));
    }

    /** Submits a password, typed twice. */
    ResetPages submit(String password) {
        assertThat(visitor.path()).isEqualTo(PASSWORD);
        visitor.type("newPassword", password).type("confirmation", password).goOn();
        return this;
    }

    /** Waits as long as the page says that the password is on its way. */
    ResetPages awaitResult() {
        assertThat(visitor.path()).isEqualTo(RESULT);
        visitor.awaitAnswer();
        return this;
    }

    /** Submits a new password that nobody refuses, and makes sure that it, and only it, lets the user in. */
    void finish(DemoAccount account) {
        String password = SYSTEM.tour().journeys().newPassword();
        submit(password).awaitResult();
        assertThat(visitor.sees("main .notice-error")).as(visitor.words()).isFalse();
        assertThat(accepts(account, password)).as("the new password").isTrue();
        assertThat(accepts(account, account.initialPassword()))
                .as("the old password")
                .isFalse();
    }

    static boolean accepts(DemoAccount account, String password) {
        boolean onPremises = account.kind() != DemoAccount.Kind.CLOUD_ONLY;
        return (!account.isHeldInCloud() || SYSTEM.tour().staff().canSignIn(account, password))
                && (!onPremises || OUTSIDE.bind(account.upn(), password));
    }
}
