package io.sspr.sandbox.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sspr.sandbox.DirectoryKind;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.tour.Stop.End;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows, without walking them. */
class JourneysTest {
    private static final URI NOWHERE = URI.create("http://localhost:1");

    private final Outside outside = new Outside(NOWHERE, NOWHERE, Path.of("none.pem"), DirectoryKind.SIMULATED);
    private final Staff staff = new Staff(NOWHERE, NOWHERE, "token");
    private final Journeys journeys = new Journeys(
            NOWHERE, outside, new Phones(NOWHERE), staff, new Seed(staff, outside, Path.of("none")), new HashMap<>());
    private final List<Stop> rows = journeys.all();

    @Test
    void everyDemoAccountIsToldAbout() {
        assertThat(rows).extracting(Stop::account).containsAll(DemoAccounts.ALL);
    }

    @Test
    void aRealDomainIsNotSwitchedOff() {
        Outside domain = new Outside(NOWHERE, NOWHERE, Path.of("none.pem"), DirectoryKind.SAMBA);
        Seed seed = new Seed(staff, domain, Path.of("none"));

        List<Stop> inDomain = new Journeys(NOWHERE, domain, new Phones(NOWHERE), staff, seed, new HashMap<>()).all();

        assertThat(inDomain).hasSize(rows.size() - 1);
        assertThat(inDomain).extracting(Stop::tried).doesNotContain(ResetJourneys.DIRECTORY_DOWN);
    }

    @Test
    void noRowIsThereTwice() {
        assertThat(rows).extracting(row -> row.user() + ": " + row.tried()).doesNotHaveDuplicates();
    }

    @Test
    void everyRowFitsIntoTheTable() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.user()).hasSizeLessThanOrEqualTo(32);
            assertThat(row.tried()).hasSizeLessThanOrEqualTo(48);
            assertThat(row.expected()).hasSizeLessThanOrEqualTo(36);
        });
    }

    /** Whoever tries a name too often that leads nowhere is blocked, and repeated tours must not be. Source: R-ERR-91. */
    @Test
    void strangersHaveANewNameInEveryTour() {
        List<String> strangers = strangers(rows);

        assertThat(strangers).hasSize(2).doesNotContainAnyElementsOf(strangers(journeys.all()));
    }

    @Test
    void aSuccessIsAResetUnlessItIsAnUnlockAChangeOrAnAdministrators_R_AUD_21_R_AUD_22_R_AUD_25() {
        assertThat(rows)
                .filteredOn(row -> row.succeeds() && row.end() != End.RESET)
                .extracting(row -> row.account().name() + " " + row.end())
                .containsExactly("lena UNLOCK", "chiara CHANGE", "erik CHANGE", "hana BY_ADMINISTRATOR", "hana CHANGE");
    }

    @Test
    void anUnknownMethodIsNamed() {
        assertThat(Proof.by("MOBILE_PHONE")).isEqualTo(Proof.SMS);
        assertThatIllegalStateException()
                .isThrownBy(() -> Proof.by("SECURITY_QUESTIONS"))
                .withMessageContaining("SECURITY_QUESTIONS");
    }

    private static List<String> strangers(List<Stop> rows) {
        return rows.stream()
                .map(Stop::user)
                .filter(user -> user.startsWith("nobody-"))
                .toList();
    }
}
