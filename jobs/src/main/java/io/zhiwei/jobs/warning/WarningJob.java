package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.elasticsearch.AlertDocument;
import io.zhiwei.jobs.elasticsearch.DeadLetterDocument;
import io.zhiwei.jobs.elasticsearch.DocumentWrite;
import io.zhiwei.jobs.elasticsearch.ElasticsearchSink;
import io.zhiwei.jobs.kafka.KafkaEdge;
import io.zhiwei.jobs.kafka.KafkaRegistry;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The warning job: reads the event topics, writes alerts and dead letters to Kafka and Elasticsearch. */
public final class WarningJob {

    private static final Logger LOGGER = LoggerFactory.getLogger(WarningJob.class);
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
        StreamExecutionEnvironment env = environment(config);
        new WarningPipeline(definitions, config.timing()).build(env, inputs, registry(config), outlets(config));
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

    private static RegistryInput registry(WarningConfig config) {
        KafkaEdge kafka = new KafkaEdge(config.bootstrapServers());
        return new RegistryInput(
                kafka.source(EventStream.ofTopic(Feed.REGISTRY), config.groupId()),
                new KafkaRegistry(config.bootstrapServers(), Feed.REGISTRY));
    }

    private static StreamExecutionEnvironment environment(WarningConfig config) throws IOException {
        Configuration flink = FlinkSettings.of(config);
        LOGGER.info(
                "resume checkpoint={}",
                flink.getOptional(StateRecoveryOptions.SAVEPOINT_PATH).orElse("none"));
        return config.webPort() > 0
                ? StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(flink)
                : StreamExecutionEnvironment.getExecutionEnvironment(flink);
    }

    /** Returns the sinks: the topics of Kafka and the indices of Elasticsearch. */
    public static Outlets outlets(WarningConfig config) {
        KafkaEdge kafka = new KafkaEdge(config.bootstrapServers());
        return new Outlets(
                Map.of("topic", kafka.alerts(), "index", index(config, kafka, new AlertDocument())),
                Map.of("topic", kafka.deadLetters(), "index", index(config, kafka, new DeadLetterDocument())));
    }

    private static <T> ElasticsearchSink<T> index(
            WarningConfig config, KafkaEdge kafka, ElementConverter<T, DocumentWrite> converter) {
        return ElasticsearchSink.<T>builder()
                .url(config.elasticsearch().toString())
                .converter(converter)
                .deadLetters(kafka.deadLetterWriter())
                .maxBatch(config.bulkSize())
                .maxDelay(config.bulkDelay())
                .maxBuffered(config.indexBuffer())
                .build();
    }

    private static String absolute(java.nio.file.Path path) {
        return path.toAbsolutePath().toString();
    }
}
