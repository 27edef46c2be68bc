package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DemoPasswordsTest {
    static final List<DemoAccount> ALL = DemoAccounts.ALL;

    @ParameterizedTest
    @FieldSource("ALL")
    void initialPasswordsMeetTheDomainPolicy_R_ADP_02(DemoAccount account) {
        assertThat(account.initialPassword()).startsWith("Demo-");
        assertThat(PasswordComplexity.accepts(account.initialPassword(), account.name(), account.displayName()))
                .isTrue();
    }
}
