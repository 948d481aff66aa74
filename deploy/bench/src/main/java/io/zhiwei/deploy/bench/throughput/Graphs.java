package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.jobs.kafka.KafkaRegistry;
import io.zhiwei.jobs.kafka.Topics;
import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.jobs.warning.Definitions;
import io.zhiwei.jobs.warning.EventInput;
import io.zhiwei.jobs.warning.Outlets;
import io.zhiwei.jobs.warning.ReferenceInput;
import io.zhiwei.jobs.warning.WarningConfig;
import io.zhiwei.jobs.warning.WarningJob;
import io.zhiwei.jobs.warning.WarningPipeline;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.StreamRule;
import io.zhiwei.schemas.EventStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Builds what is measured, over the same bounded topic. */
final class Graphs {

    private static final String ADVERTISER = "advertiserUscc";

    private Graphs() {}

    static void build(Graph graph, WarningConfig config, StreamExecutionEnvironment env) {
        Definitions definitions =
                new Definitions(config.models().toString(), config.regions().toString());
        List<String> advertisements = List.of(EventStream.ADVERTISEMENTS.topic());
        switch (graph) {
            case FLOOR -> floor(Map.of(advertisements.get(0), ADVERTISER), config, env);
            case PIPELINE -> pipeline(advertisements, definitions, config, counting(), env);
            case DELIVERING -> pipeline(advertisements, definitions, config, WarningJob.outlets(config), env);
            case KEYED_FLOOR -> floor(keyFields(definitions), config, env);
            case KEYED_PIPELINE ->
                pipeline(List.copyOf(keyFields(definitions).keySet()), definitions, config, counting(), env);
        }
    }

    /** Returns the streams that some model reads, each with the field that says whom an alert would be about. */
    private static Map<String, String> keyFields(Definitions definitions) {
        Map<String, String> fields = new TreeMap<>();
        for (Model model : definitions.models()) {
            for (String topic : model.topics()) {
                model.on(topic)
                        .map(StreamRule::subjects)
                        .map(subjects -> subjects.get(""))
                        .ifPresent(subject ->
                                fields.putIfAbsent(topic, subject.key().get(0)));
            }
        }
        fields.remove(Feed.REGISTRY);
        return fields;
    }

    private static void floor(Map<String, String> keyFields, WarningConfig config, StreamExecutionEnvironment env) {
        List<DataStream<KeyedEvent>> streams = new ArrayList<>();
        keyFields.forEach((topic, field) -> streams.add(env.fromSource(
                        CountingReader.bounded(topic, config.bootstrapServers()),
                        WatermarkStrategy.noWatermarks(),
                        "Read " + topic,
                        TypeInformation.of(StreamRecord.class))
                .uid("read-" + topic)
                .process(new DecodeKeyed(topic, field), TypeInformation.of(KeyedEvent.class))
                .uid("decode-" + topic)));
        streams.stream()
                .reduce(DataStream::union)
                .orElseThrow()
                .keyBy(KeyedEvent::key)
                .sinkTo(new CountingSink<>())
                .uid("discard");
    }

    private static void pipeline(
            List<String> topics,
            Definitions definitions,
            WarningConfig config,
            Outlets outlets,
            StreamExecutionEnvironment env) {
        List<EventInput> inputs = topics.stream()
                .map(topic -> new EventInput(
                        EventStream.ofTopic(topic), CountingReader.endless(topic, config.bootstrapServers())))
                .toList();
        new WarningPipeline(definitions, reference(config), config.timing())
                .build(env, inputs, CountingReader.bounded(Topics.DISPOSITIONS, config.bootstrapServers()), outlets);
    }

    private static ReferenceInput reference(WarningConfig config) {
        return new ReferenceInput(
                CountingReader.bounded(Feed.REGISTRY, config.bootstrapServers()),
                new KafkaRegistry(config.bootstrapServers(), Feed.REGISTRY),
                CountingReader.bounded(Topics.MODEL_UPDATES, config.bootstrapServers()),
                ModelLoader.none(),
                config.recentEvents());
    }

    private static Outlets counting() {
        return new Outlets(
                Map.of("count", new CountingSink<>()), Map.of(), Map.of(), Map.of("count", new CountingSink<>()));
    }
}
