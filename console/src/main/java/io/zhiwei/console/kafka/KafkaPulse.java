package io.zhiwei.console.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Whether Kafka answers. What writes asks first, so that many people do not wait for the same silence one after another. */
public final class KafkaPulse implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 3_000;

    private final Admin admin;
    private volatile boolean beats = true;

    /** Connects in the background. */
    public KafkaPulse(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS));
    }

    /** Asks Kafka and returns whether it answers. */
    public boolean feel() {
        try {
            admin.describeCluster().nodes().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            beats = true;
        } catch (ExecutionException | TimeoutException e) {
            beats = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return beats;
    }

    /** Returns what the last question found; at first that it answers. */
    public boolean beats() {
        return beats;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
