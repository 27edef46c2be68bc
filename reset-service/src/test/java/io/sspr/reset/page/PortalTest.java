package io.sspr.reset.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTest {
    @ParameterizedTest
    @ValueSource(strings = {"/admin", "admin", "//admin", "/admin/users", "/admin;a=b", "/admin;a/users", "/admin/"})
    void knowsItsPathsHoweverTheyAreWritten(String path) {
        assertThat(Portal.of(path)).contains(Portal.ADMINISTRATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/api/v1/admin/agents", "/administration", "/assets/sspr.css", "/q/health"})
    void leavesOtherPathsAlone(String path) {
        assertThat(Portal.of(path)).isEmpty();
    }
}
