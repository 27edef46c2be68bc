package io.sspr.sandbox.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.Ports;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void followThePortsUnlessAVariableSaysOtherwise() {
        Addresses addresses = Addresses.of(new Ports(18_080), Map.of("SSPR_WORLD_URL", "http://world:8084"));

        assertThat(addresses.resetService()).hasToString("http://localhost:18080");
        assertThat(addresses.directory()).hasToString("ldaps://localhost:18085");
        assertThat(addresses.world()).hasToString("http://world:8084");
    }
}
