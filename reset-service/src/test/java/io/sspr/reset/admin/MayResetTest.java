package io.sspr.reset.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Caller;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class MayResetTest {
    private static final String[] ROLES = MayReset.ROLES;
    private static final Account ALICE = TestDirectory.account().build();

    @Test
    void takesOneOfFourRoles_R_ACT_06() {
        assertThat(ROLES)
                .containsExactlyInAnyOrder(
                        "Password Administrator",
                        "User Administrator",
                        "Helpdesk Administrator",
                        "Global Administrator");
    }

    @ParameterizedTest
    @FieldSource("ROLES")
    void eachOfThemMayResetAnOrdinaryUser_R_ACT_06(String role) {
        assertThat(MayReset.obstacle(Cast.helen(role), ALICE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password Administrator", "User Administrator", "Helpdesk Administrator"})
    void nobodyButAGlobalAdministratorMayResetAnAdministrator_R_ACT_06(String role) {
        Account gina = TestDirectory.account().roles(Role.GLOBAL_ADMINISTRATOR).build();
        Account colleague = TestDirectory.account().roles(role).build();

        assertThat(MayReset.obstacle(Cast.helen(role), gina)).contains(ProblemName.NOT_ALLOWED);
        assertThat(MayReset.obstacle(Cast.helen(role), colleague)).contains(ProblemName.NOT_ALLOWED);
        assertThat(MayReset.obstacle(Cast.globalAdministrator(), gina)).isEmpty();
        assertThat(MayReset.obstacle(Cast.globalAdministrator(), colleague)).isEmpty();
    }

    @Test
    void whoeverOnlyReadsIsAnOrdinaryUser_R_ADM_03() {
        Account reader = TestDirectory.account().roles("Reports Reader").build();

        assertThat(MayReset.obstacle(Cast.helen("Helpdesk Administrator"), reader))
                .isEmpty();
    }

    @Test
    void nobodyMayResetTheOwnPassword_R_WB_43() {
        Account gina = TestDirectory.account().roles(Role.GLOBAL_ADMINISTRATOR).build();
        Caller herself = new Caller(
                TestDirectory.TENANT, gina.person(null), Set.of(Role.GLOBAL_ADMINISTRATOR), true, UUID.randomUUID());

        assertThat(MayReset.obstacle(herself, gina)).contains(ProblemName.OWN_PASSWORD);
    }

    @Test
    void namesDoNotMakeTheSamePerson_R_WB_43() {
        Person namesake = new Person(UUID.randomUUID(), ALICE.displayName(), ALICE.userPrincipalName(), null);
        Caller caller =
                new Caller(TestDirectory.TENANT, namesake, Set.of(Role.GLOBAL_ADMINISTRATOR), true, UUID.randomUUID());

        assertThat(MayReset.obstacle(caller, ALICE)).isEmpty();
    }

    @Test
    void aGuestsPasswordIsKeptElsewhere_R_ACT_07() {
        Account guest = TestDirectory.account().guest().build();

        assertThat(MayReset.obstacle(Cast.globalAdministrator(), guest)).contains(ProblemName.GUESTS_PASSWORD);
    }
}
