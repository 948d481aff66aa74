package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.SingleObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The console as a process, before a real Elasticsearch with the alerts of a run and a real Kafka.
 *
 * @param servers the console alone
 * @param ports where everything listens
 * @param passwords by login, as the first start told them
 * @param alerts what the index holds
 */
record ConsoleStand(Servers servers, Ports ports, Map<String, String> passwords, List<Alert> alerts)
        implements AutoCloseable {

    static ConsoleStand start(Path folder) throws Exception {
        List<Alert> alerts = UndisturbedRun.get().results().alerts();
        Ports ports = FilledIndex.get();
        Servers servers = new Servers(Home.find(), ports, folder);
        servers.startConsole();
        Map<String, String> passwords =
                servers.awaitConsole().stream().collect(Collectors.toMap(Servers.Login::name, Servers.Login::password));
        return new ConsoleStand(servers, ports, passwords, alerts);
    }

    String address() {
        return ports.consoleUrl();
    }

    String password(String login) {
        return Objects.requireNonNull(passwords.get(login), login);
    }

    /** Puts an alert on the topic, as the pipeline does, and returns when it is there. */
    void send(Alert alert) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, ports.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("alerts", alert.getAlertId(), SingleObject.encode(alert)))
                    .get();
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
