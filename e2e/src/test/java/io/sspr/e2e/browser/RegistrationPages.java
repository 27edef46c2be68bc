package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.Outside;
import io.sspr.sandbox.tour.Phones;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of the registration, and what a visitor does on them. */
final class RegistrationPages {
    static final String OVERVIEW = "/ssprsetup";
    private static final String REMOVAL = "main a[href*='" + OVERVIEW + "/remove/']";

    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Outside OUTSIDE = SYSTEM.tour().outside();
    private static final Phones PHONES = new Phones(SYSTEM.world());

    private final Visitor visitor;

    RegistrationPages(Visitor visitor) {
        this.visitor = visitor;
    }

    /** @param number with its country code */
    RegistrationPages addPhone(String number) {
        choose("/phone/mobile");
        int seen = OUTSIDE.countMessages(number);
        visitor.type("number", number).choose("channel", "SMS").goOn();
        return typeCode(OUTSIDE.awaitCode(number, seen));
    }

    RegistrationPages addMail(String address) {
        choose("/email");
        int seen = OUTSIDE.countMessages(address);
        visitor.type("address", address).goOn();
        return typeCode(OUTSIDE.awaitCode(address, seen));
    }

    /** Has a number called, and leaves the phone ringing. */
    void callMobile(String number) {
        choose("/phone/mobile");
        visitor.type("number", number).choose("channel", "VOICE").goOn();
        assertThat(visitor.path()).startsWith(OVERVIEW + "/verify/");
    }

    RegistrationPages changeMail(String address) {
        visitor.open(OVERVIEW).press("main a[href='" + OVERVIEW + "/email']");
        int seen = OUTSIDE.countMessages(address);
        visitor.type("address", address).goOn();
        return typeCode(OUTSIDE.awaitCode(address, seen));
    }

    /** As {@link #addApp}, and the app is told of every notification. */
    RegistrationPages addAppWithNotifications(DemoAccount account) {
        choose("/app");
        visitor.choose("kind", "MICROSOFT").type("device", account.device());
        return takeKey(account);
    }

    /** An app that makes codes, on somebody's phone. */
    RegistrationPages addApp(DemoAccount account) {
        choose("/app");
        if (visitor.sees("main input[name=kind][value=OTHER]")) {
            visitor.choose("kind", "OTHER");
        }
        return takeKey(account);
    }

    /** Chooses as many questions as have to be answered. @return the answers by the key of their question */
    Map<String, String> answerQuestions() {
        choose("/questions");
        Map<String, String> answers = new LinkedHashMap<>();
        Locator questions = visitor.find("main select[name=question]");
        for (int i = 0; i < questions.count(); i++) {
            String answer = SYSTEM.tour().journeys().newPassword();
            String key = questions
                    .nth(i)
                    .selectOption(new SelectOption().setIndex(i + 1))
                    .get(0);
            visitor.find("main input[name=answer]").nth(i).fill(answer);
            answers.put(key, answer);
        }
        visitor.goOn();
        isRegistered();
        return answers;
    }

    int countRegistered() {
        return visitor.find(REMOVAL).count();
    }

    RegistrationPages removeEverything() {
        visitor.open(OVERVIEW);
        for (int left = countRegistered(); left > 0; left--) {
            visitor.arriveBy(() -> visitor.find(REMOVAL).first().click());
            visitor.press("main form[method=post] button");
            assertThat(countRegistered()).isEqualTo(left - 1);
        }
        return this;
    }

    /** Types the key that is shown beside the picture into the app. */
    private RegistrationPages takeKey(DemoAccount account) {
        visitor.type("name", "My phone").goOn();
        assertThat(visitor.sees("main svg[role=img]")).as("the code to scan").isTrue();
        PHONES.addToApp(account.device(), visitor.find("main li code").textContent(), account.upn());
        return typeCode(PHONES.appCode(account.device()).orElseThrow());
    }

    private void choose(String form) {
        visitor.open(OVERVIEW + "/add");
        visitor.arriveBy(() ->
                visitor.find("main a[href='" + OVERVIEW + form + "']").first().click());
    }

    private RegistrationPages typeCode(String code) {
        assertThat(visitor.path()).startsWith(OVERVIEW + "/verify/");
        visitor.type("code", code).goOn();
        isRegistered();
        return this;
    }

    private void isRegistered() {
        assertThat(visitor.path()).as(visitor.words()).isEqualTo(OVERVIEW);
        assertThat(visitor.sees("main .notice-success")).isTrue();
    }
}
