package io.sspr.reset.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.gate.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {
    private static final Arrival BY_THEMSELVES = new Arrival(null, null);
    private static final Arrival ASKED = new Arrival("interrupt", "admin");

    @Test
    void everyAddressKeepsHowTheUserCame_R_REG_01_R_REG_12() {
        assertThat(BY_THEMSELVES.form(Method.EMAIL)).isEqualTo("/ssprsetup/email");
        assertThat(BY_THEMSELVES.overview(News.REMOVED)).isEqualTo("/ssprsetup?done=REMOVED");
        assertThat(ASKED.form(Method.OFFICE_PHONE)).isEqualTo("/ssprsetup/phone/office?mode=interrupt&then=admin");
        assertThat(ASKED.overview(News.REGISTERED)).isEqualTo("/ssprsetup?mode=interrupt&then=admin&done=REGISTERED");
    }

    @Test
    void whoIsDoneGoesOnToWhatTheyWanted_R_REG_12() {
        assertThat(ASKED.next()).isEqualTo("/admin");
        assertThat(BY_THEMSELVES.next()).isEqualTo("/ssprsetup");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"https://evil.example", "//evil.example", "signin", "signout", "../admin", ""})
    void nobodyIsLedElsewhere(String then) {
        Arrival arrival = new Arrival("interrupt", then);

        assertThat(arrival.next()).isEqualTo("/ssprsetup");
        assertThat(arrival.at("/add")).isEqualTo("/ssprsetup/add?mode=interrupt");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"registered", "<b>", ""})
    void onlyKnownNewsIsTold(String news) {
        assertThat(News.named(news)).isEmpty();
    }
}
