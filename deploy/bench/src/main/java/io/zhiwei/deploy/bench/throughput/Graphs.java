package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.jobs.warning.Definitions;
import io.zhiwei.jobs.warning.EventInput;
import io.zhiwei.jobs.warning.Outlets;
import io.zhiwei.jobs.warning.RegistryInput;
import io.zhiwei.jobs.warning.WarningConfig;
import io.zhiwei.jobs.warning.WarningJob;
import io.zhiwei.jobs.warning.WarningPipeline;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.schemas.EventStream;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Builds what is measured, over the same bounded topic. */
final class Graphs {

    private Graphs() {}

    static void build(Graph graph, WarningConfig config, StreamExecutionEnvironment env) {
        KafkaSource<StreamRecord> source =
                CountingReader.bounded(EventStream.ADVERTISEMENTS, config.bootstrapServers());
        switch (graph) {
            case FLOOR -> floor(source, env);
            case PIPELINE -> pipeline(source, config, counting(), env);
            case DELIVERING -> pipeline(source, config, WarningJob.outlets(config), env);
        }
    }

    private static void floor(KafkaSource<StreamRecord> source, StreamExecutionEnvironment env) {
        env.fromSource(
                        source,
                        WatermarkStrategy.noWatermarks(),
                        "Read advertisements",
                        TypeInformation.of(StreamRecord.class))
                .uid("read")
                .process(new DecodePlacements(), TypeInformation.of(Placement.class))
                .uid("decode")
                .keyBy(Placement::advertiser)
                .sinkTo(new CountingSink<>())
                .uid("discard");
    }

    private static void pipeline(
            KafkaSource<StreamRecord> source, WarningConfig config, Outlets outlets, StreamExecutionEnvironment env) {
        Definitions definitions =
                new Definitions(config.models().toString(), config.regions().toString());
        new WarningPipeline(definitions, config.timing())
                .build(env, List.of(new EventInput(EventStream.ADVERTISEMENTS, source)), registry(config), outlets);
    }

    private static RegistryInput registry(WarningConfig config) {
        return new RegistryInput(
                CountingReader.bounded(EventStream.ofTopic(Feed.REGISTRY), config.bootstrapServers()),
                RegistryLoader.none());
    }

    private static Outlets counting() {
        return new Outlets(Map.of("count", new CountingSink<>()), Map.of("count", new CountingSink<>()));
    }
}
