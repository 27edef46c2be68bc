package io.sspr.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void tenPortsFollowTheBase() {
        Ports ports = new Ports(20_000);
        List<Integer> all = new ArrayList<>(ports.ofServices());
        all.addAll(ports.ofWorld());
        all.addAll(ports.ofInfrastructure());

        assertThat(all)
                .containsExactlyInAnyOrder(
                        20_000, 20_001, 20_002, 20_003, 20_004, 20_005, 20_006, 20_007, 20_008, 20_009);
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.requireFree(List.of(taken.getLocalPort())))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--base-port");
        }
    }

    @Test
    void freePortIsFine() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThatCode(() -> Ports.requireFree(List.of(port))).doesNotThrowAnyException();
    }
}
