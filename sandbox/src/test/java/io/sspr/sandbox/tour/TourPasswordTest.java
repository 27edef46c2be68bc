package io.sspr.sandbox.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.demo.DemoTenant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TourPasswordTest {
    @RepeatedTest(20)
    void hasFourKindsOfCharacters_R_CLD_01_R_ADP_02() {
        assertThat(TourPassword.random())
                .startsWith(TourPassword.PREFIX)
                .containsPattern("[A-Z]")
                .containsPattern("[a-z]")
                .containsPattern("[0-9]")
                .containsPattern("[^A-Za-z0-9]")
                .hasSize(21);
    }

    @Test
    void isNeverTheSameTwice() {
        assertThat(Stream.generate(TourPassword::random).limit(1_000)).doesNotHaveDuplicates();
    }

    /** Names have vowels, the random part has none: so no chance can put one there. Source: R-BAN-05, R-ADP-03. */
    @Test
    void canHoldNobodysName() {
        List<String> names = names().toList();

        assertThat(TourPassword.random().substring(TourPassword.PREFIX.length()))
                .doesNotContainPattern("[aeiouy0-9]");
        assertThat(names).hasSizeGreaterThan(100);
        assertThat(names)
                .allSatisfy(name -> assertThat(name).containsPattern("[aeiouy\\p{IsHan}]"))
                .allSatisfy(name ->
                        assertThat(TourPassword.PREFIX.toLowerCase(Locale.ROOT)).doesNotContain(name));
    }

    private static Stream<String> names() {
        Stream<String> people = DemoAccounts.ALL.stream()
                .flatMap((DemoAccount account) -> Stream.of(account.name(), account.givenName(), account.surname()));
        Stream<String> tenants = Stream.of(DemoTenant.values()).map(DemoTenant::id);
        return Stream.concat(people, tenants).map(name -> name.toLowerCase(Locale.ROOT));
    }
}
