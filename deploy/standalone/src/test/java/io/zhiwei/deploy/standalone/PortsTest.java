package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void freePortsAreFreeAndDiffer() {
        Ports ports = Ports.free();

        ports.requireFree();
        assertThat(Set.of(ports.kafka(), ports.controller(), ports.elasticsearch(), ports.web(), ports.console()))
                .hasSize(5);
        assertThat(ports.controller()).as("as the command line takes it").isEqualTo(ports.kafka() + 1);
    }

    @Test
    void aTakenPortIsNamedWithTheOptionThatChangesIt() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket taken = new ServerSocket(ports.controller(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(taken.getLocalPort() + ", meant for Kafka's controller")
                    .hasMessageEndingWith("with --kafka-port.");
        }
    }

    @Test
    void aNumberThatIsNoPortIsRefused() {
        assertThatThrownBy(() -> new Ports(70_000, 70_001, 9200, 8081, 8080).requireFree())
                .isInstanceOf(Refusal.class)
                .hasMessage("70000, meant for Kafka, is no port. Give 1 to 65535 with --kafka-port.");
    }
}
