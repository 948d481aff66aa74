package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.elasticsearch.DeadLetterDocument;
import io.zhiwei.jobs.elasticsearch.IndexSettings;
import io.zhiwei.jobs.elasticsearch.SignalDocument;
import io.zhiwei.jobs.kafka.KafkaEdge;
import io.zhiwei.jobs.warning.FlinkSettings;
import io.zhiwei.schemas.EventStream;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The signal job: reads the topic of adverse reactions, writes signals to Elasticsearch, dead letters to both. */
public final class SignalJob {

    private static final int BAD_USE = 2;

    private SignalJob() {}

    /** Runs the job until it is stopped; see {@link SignalConfig} for the arguments. */
    public static void main(String[] arguments) throws Exception {
        try {
            start(arguments).awaitEnd();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USE);
        }
    }

    /** Starts the job; see {@link SignalConfig} for the arguments. */
    public static RunningSignals start(String... arguments) throws Exception {
        SignalConfig config = SignalConfig.parse(arguments);
        StreamExecutionEnvironment env = FlinkSettings.environment(config.run());
        KafkaEdge kafka = new KafkaEdge(config.bootstrapServers());
        new SignalPipeline(config.timing())
                .build(
                        env,
                        kafka.source(EventStream.ofTopic(SignalPipeline.TOPIC), config.groupId()),
                        outlets(config, kafka));
        return new RunningSignals(env.executeAsync("zhiwei signal"), config.checkpoints());
    }

    private static SignalOutlets outlets(SignalConfig config, KafkaEdge kafka) {
        IndexSettings index = index(config, kafka);
        return new SignalOutlets(
                Map.of("index", index.sink(new SignalDocument())),
                Map.of("topic", kafka.signals()),
                Map.of("topic", kafka.deadLetters(), "index", index.sink(new DeadLetterDocument())));
    }

    private static IndexSettings index(SignalConfig config, KafkaEdge kafka) {
        return new IndexSettings(
                config.elasticsearch(),
                config.bulkSize(),
                config.bulkDelay(),
                config.indexBuffer(),
                kafka.deadLetterWriter());
    }
}
