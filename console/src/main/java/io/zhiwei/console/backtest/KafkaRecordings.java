package io.zhiwei.console.backtest;

import io.zhiwei.console.kafka.TopicLogs;
import java.util.Set;

/** Recorded events of Kafka's topics. */
public final class KafkaRecordings implements Recordings {

    private final String bootstrapServers;

    /** Names Kafka; connects when a recording is opened. */
    public KafkaRecordings(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public Recording open(Set<String> topics) {
        TopicLogs logs = new TopicLogs(bootstrapServers, topics);
        return new Recording(logs, logs.total(), logs::close);
    }
}
