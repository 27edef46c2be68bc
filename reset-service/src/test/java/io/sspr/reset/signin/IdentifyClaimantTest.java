package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.FindAccount.Found;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.problem.Language;
import io.sspr.reset.throttle.TestThrottle;
import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifyClaimantTest {
    private static final Account ALICE = TestDirectory.account().build();
    private static final String NAME = "a.archer@contoso.example";

    @ParameterizedTest
    @EnumSource(names = {"ALTERNATE_ID_NOT_ENABLED", "ALTERNATE_ID_FEDERATED"})
    void anAddressThatIsNoNameCountsAsNobodysAndLocksNobody_R_UID_03_R_LOK_04(Cause cause) {
        Claimant claimant = identify(new Found(Optional.of(ALICE), Optional.of(cause)));

        assertThat(claimant)
                .usingRecursiveComparison()
                .ignoringFields("visitor")
                .isEqualTo(nobody());
        assertThat(claimant.subject()).isEqualTo(TestThrottle.subjects().ofName(NAME));
        assertThat(claimant.isKnown()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGN_IN_DISABLED", "GUEST"})
    void whoMayNotSignInIsKnownAllTheSame_R_CHK_01(Cause cause) {
        Claimant claimant = identify(new Found(Optional.of(ALICE), Optional.of(cause)));

        assertThat(claimant.subject()).isEqualTo(ALICE.id().toString());
        assertThat(claimant.isKnown()).isTrue();
        assertThat(claimant.account()).isEmpty();
    }

    @Test
    void aNameLeadsToItsAccount_R_UID_02() {
        Claimant claimant = identify(new Found(Optional.of(ALICE), Optional.empty()));

        assertThat(claimant.subject()).isEqualTo(ALICE.id().toString());
        assertThat(claimant.account()).contains(ALICE);
    }

    private static Claimant nobody() {
        return identify(new Found(Optional.empty(), Optional.of(Cause.UNKNOWN)));
    }

    private static Claimant identify(Found found) {
        return new IdentifyClaimant(new OneTenant(), TestDirectory.finds(found), TestThrottle.subjects())
                .identify(NAME, Visitor.now(Language.EN, "203.0.113.7"));
    }

    @Vetoed
    private static final class OneTenant extends Tenants {
        private static final Tenant TENANT =
                TestDirectory.tenant(TestDirectory.policy().build());

        @Override
        public Optional<Tenant> ofDomain(String domain) {
            return Optional.of(TENANT);
        }
    }
}
