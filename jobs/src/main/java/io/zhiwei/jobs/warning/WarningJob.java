package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.elasticsearch.AlertDocument;
import io.zhiwei.jobs.elasticsearch.DeadLetterDocument;
import io.zhiwei.jobs.elasticsearch.IndexSettings;
import io.zhiwei.jobs.kafka.KafkaEdge;
import io.zhiwei.jobs.kafka.KafkaModels;
import io.zhiwei.jobs.kafka.KafkaRegistry;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.schemas.EventStream;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The warning job: reads the event topics, writes alerts and dead letters to Kafka and Elasticsearch. */
public final class WarningJob {

    private static final int BAD_USE = 2;

    private WarningJob() {}

    /** Runs the job until it is stopped; see {@link WarningConfig} for the arguments. */
    public static void main(String[] arguments) throws Exception {
        try {
            run(WarningConfig.parse(arguments));
        } catch (IllegalArgumentException | DefinitionException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USE);
        }
    }

    private static void run(WarningConfig config) throws Exception {
        Definitions definitions = new Definitions(absolute(config.models()), absolute(config.regions()));
        List<EventInput> inputs = inputs(config, definitions);
        StreamExecutionEnvironment env = FlinkSettings.environment(config.run());
        new WarningPipeline(definitions, reference(config), config.timing())
                .build(
                        env,
                        inputs,
                        new KafkaEdge(config.bootstrapServers()).dispositions(config.groupId()),
                        outlets(config));
        env.execute("zhiwei warning");
    }

    /** One input for each stream that some model reads; a bad model is refused here, before anything runs. */
    private static List<EventInput> inputs(WarningConfig config, Definitions definitions) {
        KafkaEdge kafka = new KafkaEdge(config.bootstrapServers());
        definitions.regions();
        return definitions.models().stream()
                .flatMap(model -> model.topics().stream())
                .distinct()
                .filter(topic -> !topic.equals(Feed.REGISTRY))
                .map(EventStream::ofTopic)
                .map(stream -> new EventInput(stream, kafka.source(stream, config.groupId())))
                .toList();
    }

    private static ReferenceInput reference(WarningConfig config) {
        KafkaEdge kafka = new KafkaEdge(config.bootstrapServers());
        return new ReferenceInput(
                kafka.source(EventStream.ofTopic(Feed.REGISTRY), config.groupId()),
                new KafkaRegistry(config.bootstrapServers(), Feed.REGISTRY),
                kafka.modelUpdates(config.groupId()),
                new KafkaModels(config.bootstrapServers()),
                config.recentEvents());
    }

    /** Returns the sinks: the topics of Kafka and the indices of Elasticsearch. */
    public static Outlets outlets(WarningConfig config) {
        KafkaEdge kafka = new KafkaEdge(config.bootstrapServers());
        IndexSettings index = index(config, kafka);
        return new Outlets(
                Map.of("topic", kafka.alerts(), "index", index.sink(AlertDocument.ofAlerts())),
                Map.of("index", index.sink(AlertDocument.ofShadowAlerts())),
                Map.of("topic", kafka.modelReplies()),
                Map.of("topic", kafka.deadLetters(), "index", index.sink(new DeadLetterDocument())));
    }

    private static IndexSettings index(WarningConfig config, KafkaEdge kafka) {
        return new IndexSettings(
                config.elasticsearch(),
                config.bulkSize(),
                config.bulkDelay(),
                config.indexBuffer(),
                kafka.deadLetterWriter());
    }

    private static String absolute(java.nio.file.Path path) {
        return path.toAbsolutePath().toString();
    }
}
