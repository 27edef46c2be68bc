package io.sspr.agent.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.agent.directory.Proof;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {
    @ParameterizedTest(name = "{0}, untouched {1}, expired {2}: {3}")
    @CsvSource(textBlock = """
            IN_FORCE,     true,  false, SUCCEEDED
            IN_FORCE,     true,  true,  SUCCEEDED
            IN_FORCE,     false, false, SUCCEEDED
            IN_FORCE,     false, true,  SUCCEEDED
            NOT_IN_FORCE, true,  false, UNWRITTEN
            NOT_IN_FORCE, true,  true,  EXPIRED
            NOT_IN_FORCE, false, false, SUPERSEDED
            NOT_IN_FORCE, false, true,  SUPERSEDED
            UNKNOWN,      true,  false, UNKNOWN
            UNKNOWN,      true,  true,  UNKNOWN
            UNKNOWN,      false, false, UNKNOWN
            UNKNOWN,      false, true,  UNKNOWN
            """)
    void decides_R_WB_31g(Proof proof, boolean untouched, boolean expired, Settlement expected) {
        assertThat(Settlement.of(proof, untouched, expired)).isEqualTo(expected);
    }
}
