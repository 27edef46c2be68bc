package io.sspr.reset.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.gate.Method;
import io.sspr.reset.problem.Language;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.Outcome.Done;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.inject.Vetoed;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribeRegistrationTest {
    private static final String SELECTED = "{'ssprEnabled': 'SELECTED', 'ssprGroupId': 'staff'}";

    private final Account alice = TestDirectory.account().build();
    private SecurityInfo info = TestRegistration.info();

    @ParameterizedTest
    @CsvSource({"true, Don't lose access to your account", "false, Security info"})
    void onlyWhoeverMayResetCanLoseAccess_R_REG_18(boolean inGroup, String title) {
        assertThat(look(Mode.INTERRUPT, SELECTED, inGroup, Language.EN).title()).isEqualTo(title);
    }

    @Test
    void titleIsSoWhereEverybodyMayResetAndNotWhereNobodyMay_R_REG_18() {
        assertThat(look(Mode.INTERRUPT, "{'ssprEnabled': 'ALL'}", false, Language.EN)
                        .title())
                .startsWith("Don't lose access");
        assertThat(look(Mode.INTERRUPT, "{'ssprEnabled': 'NONE'}", true, Language.EN)
                        .title())
                .isEqualTo("Security info");
    }

    @Test
    void whoeverComesByThemselvesIsWarnedOfNothing_R_REG_01_R_REG_18() {
        RegistrationView view = look(Mode.MANAGE, SELECTED, true, Language.EN);

        assertThat(view.title()).isEqualTo("Security info");
        assertThat(view.proposal()).isEmpty();
        assertThat(view.options()).isNotEmpty();
    }

    @Test
    void whoeverIsAskedAtSignInIsToldWhatToRegister_R_REG_01_R_REG_10() {
        assertThat(look(Mode.INTERRUPT, SELECTED, true, Language.EN).proposal()).containsExactly(Method.MOBILE_PHONE);

        info = TestRegistration.phone();

        assertThat(look(Mode.INTERRUPT, SELECTED, true, Language.EN).proposal()).isEmpty();
    }

    @Test
    void titleIsInTheUsersLanguage_R_REG_19() {
        assertThat(look(Mode.MANAGE, SELECTED, true, Language.JA).title()).isEqualTo("セキュリティ情報");
    }

    private RegistrationView look(Mode mode, String policy, boolean inGroup, Language language) {
        Groups groups = TestDirectory.groups(true, inGroup);
        Tenant tenant = TestDirectory.tenant(TestRegistration.policy(policy));
        Caller caller = new Caller(TestDirectory.TENANT, alice.person(null), Set.of(), true, UUID.randomUUID());
        Outcome<RegistrationView> outcome =
                new DescribeRegistration(new LetIn(tenant), groups).describe(caller, mode, language);
        return ((Done<RegistrationView>) outcome).value();
    }

    @Vetoed
    private final class LetIn extends EnterRegistration {
        private final Tenant tenant;

        private LetIn(Tenant tenant) {
            super(null, null, null, null, null, null, null, null, null, null);
            this.tenant = tenant;
        }

        @Override
        <T> Outcome<T> toLook(Caller caller, Step<T> step) {
            Person user = caller.person();
            return step.take(new Visit(
                    caller.signInId(),
                    user,
                    tenant,
                    alice,
                    info,
                    TestRegistration.registered(info),
                    TestRegistration.NOW));
        }

        @Override
        boolean isProven(Visit visit) {
            return true;
        }
    }
}
