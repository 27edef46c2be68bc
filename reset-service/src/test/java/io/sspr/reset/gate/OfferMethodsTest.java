package io.sspr.reset.gate;

import static io.sspr.reset.gate.Method.APP_CODE;
import static io.sspr.reset.gate.Method.APP_NOTIFICATION;
import static io.sspr.reset.gate.Method.EMAIL;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static io.sspr.reset.gate.Method.OFFICE_PHONE;
import static io.sspr.reset.gate.Method.SECURITY_QUESTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.authenticator.Authenticator;
import io.sspr.reset.authenticator.Authenticators;
import io.sspr.reset.authenticator.TestApps;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.directory.TestTenants;
import io.sspr.reset.question.SecurityAnswers;
import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfferMethodsTest {
    private static final Tenant TENANT = TestTenants.paying(
            TestDirectory.policy().methods(2, Method.values()).build());

    private List<Authenticator> apps = List.of();
    private int answers;

    @Test
    void enoughAnswersMakeAMethod_R_MTH_04() {
        answers = 2;
        assertThat(usable(TestDirectory.account().build())).isEmpty();

        answers = 3; // as many as a reset asks for
        assertThat(usable(TestDirectory.account().build())).containsExactly(SECURITY_QUESTIONS);
    }

    @Test
    void appMakesCodesAndOneThatCanBeReachedAlsoAsks_R_MTH_05() {
        apps = List.of(TestApps.ofCodes());
        assertThat(usable(TestDirectory.account().build())).containsExactly(APP_CODE);

        apps = List.of(TestApps.ofCodes(), TestApps.reachedAt("tablet"));
        assertThat(usable(TestDirectory.account().build())).containsExactly(APP_NOTIFICATION, APP_CODE);
    }

    @Test
    void appThatWasAddedLastIsAsked_R_APP_03() {
        apps = List.of(TestApps.reachedAt("old phone"), TestApps.reachedAt("new phone"), TestApps.ofCodes());

        assertThat(offerMethods().means(TENANT, TestDirectory.account().build()).pushDevice())
                .contains("new phone");
    }

    @Test
    void contactDataMakesTheOthers_R_MTH_01_R_MTH_02_R_MTH_03() {
        Account account = TestDirectory.account()
                .mobilePhone(TestDirectory.PHONE)
                .officePhone("+1 4257654321")
                .alternateEmail(TestDirectory.MAIL)
                .build();

        assertThat(usable(account)).containsExactly(MOBILE_PHONE, OFFICE_PHONE, EMAIL);
    }

    private List<Method> usable(Account account) {
        return offerMethods().gates(TENANT, account).usable();
    }

    private OfferMethods offerMethods() {
        return new OfferMethods(
                new Apps(), new Answers(), Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC));
    }

    @Vetoed
    private final class Apps extends Authenticators {
        @Override
        public List<Authenticator> ofAccount(UUID account) {
            return apps;
        }
    }

    @Vetoed
    private final class Answers extends SecurityAnswers {
        @Override
        public int registered(UUID account) {
            return answers;
        }
    }
}
