package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.contract.reset.ResetStarted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users who are named by a mail address of theirs, on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AlternateIdIT extends ResetWalk {

    @Test
    void anAddressIsNoNameUnlessTheTenantSaysSo_R_UID_03_R_ERR_94() {
        Response refused = tryToBegin("clem.marsh@" + domain());

        assertThat(comparable(refused)).isEqualTo(comparable(tryToBegin("nobody")));
        AccountNotVerified fact = fact(refused);
        assertThat(fact.cause()).isEqualTo(Cause.ALTERNATE_ID_NOT_ENABLED);
        assertThat(fact.user().userPrincipalName()).isEqualTo("cloud@" + domain());
        assertThat(fact.resetId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clem.marsh@", "CLEM.Marsh@", " clem.marsh@"})
    void anAddressNamesItsUserIfTheTenantSaysSo_R_UID_02(String name) {
        allow();

        Response begun = begin(name + domain());

        assertThat(broker.await(ResetStarted.class, started -> isOf(started, begun))
                        .event()
                        .user()
                        .id())
                .isEqualTo(accountId("cloud"));
    }

    @Test
    void aFederatedUserHasNoOtherName_R_UID_04() {
        allow();
        begin("federated");

        Response refused = tryToBegin("fed.mail@" + domain());

        assertThat(problem(refused)).isEqualTo("AccountNotVerified");
        assertThat(fact(refused).cause()).isEqualTo(Cause.ALTERNATE_ID_FEDERATED);
    }

    @Test
    void anAddressOfTwoUsersNamesNobody_R_UID_05() {
        allow();
        importAccounts(user("second", "shared@%s") + "," + user("third", "shared@%s"));

        Response refused = tryToBegin("shared@" + domain());

        assertThat(problem(refused)).isEqualTo("AccountNotVerified");
        assertThat(fact(refused).cause()).isEqualTo(Cause.AMBIGUOUS_ADDRESS);
        assertThat(fact(refused).user().id()).isNull();
    }

    @Test
    void aNameGoesBeforeAnAddress_R_UID_02() {
        allow();
        importAccounts(user("second", "cloud@%s"));

        Response begun = begin("cloud");

        assertThat(broker.await(ResetStarted.class, started -> isOf(started, begun))
                        .event()
                        .user()
                        .id())
                .isEqualTo(accountId("cloud"));
    }

    @Test
    void anAddressOfADisabledUserNamesNobody_R_UID_02_R_CHK_01() {
        allow();
        importAccounts(user("second", "away@%s").replace("\"kind\"", "\"enabled\": false, \"kind\""));

        Response refused = tryToBegin("away@" + domain());

        assertThat(problem(refused)).isEqualTo("AccountNotVerified");
        assertThat(fact(refused).cause()).isEqualTo(Cause.SIGN_IN_DISABLED);
    }

    private void allow() {
        setPolicy("{\"alternateLoginId\": {\"enabled\": true}}");
    }

    private static AccountNotVerified fact(Response refused) {
        return broker.await(AccountNotVerified.class, fact -> isOf(fact, refused))
                .event();
    }

    private static String user(String name, String address) {
        return """
                {"userPrincipalName": "%1$s@%%s", "kind": "CLOUD_ONLY", "alternateEmail": "x@home.example",
                 "licences": ["ENTRA_P1"], "proxyAddresses": ["smtp:%2$s"]}""".formatted(name, address);
    }
}
