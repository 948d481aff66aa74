package io.zhiwei.deploy.bench.signals;

import com.sun.management.OperatingSystemMXBean;
import io.zhiwei.jobs.signal.SignalConfig;
import io.zhiwei.jobs.signal.SignalOutlets;
import io.zhiwei.jobs.signal.SignalPipeline;
import io.zhiwei.jobs.stream.StreamRecord;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Measures how many reports a second the graph of the signal job takes, beside the floor: the same messages, read with the
 * same reader, keyed by report and discarded. Both run in this JVM with one instance of each operator, one after the other.
 */
public final class SignalStreamBench {

    private static final int REPORTS = 30_000;
    /** The floor is so much quicker that it reads everything several times. */
    private static final int FLOOR_TIMES = 20;
    /** The first round is for the compilers. */
    private static final int ROUNDS = 4;

    private static final double NANOS = 1e9;

    /** Messages and the start of a run: source and bench share the JVM. */
    private static final AtomicLong FIRST = new AtomicLong();

    private static volatile List<byte[]> messages = List.of();

    private final long seed;

    /** Makes the bench. */
    public SignalStreamBench(long seed) {
        this.seed = seed;
    }

    /** One run: how long it took from its first message to its end, and how much processor time. */
    private record Run(double seconds, double coreSeconds) {}

    /** Runs floor and graph in turn. */
    public SignalStreamFigures run() {
        messages = ReportMessages.of(REPORTS, seed);
        double[] floor = new double[ROUNDS - 1];
        double[] graph = new double[ROUNDS - 1];
        double[] ratio = new double[ROUNDS - 1];
        double[] ofCores = new double[ROUNDS - 1];
        for (int round = 0; round < ROUNDS; round++) {
            Run base = floor();
            Run whole = graph();
            if (round > 0) {
                floor[round - 1] = FLOOR_TIMES * messages.size() / base.seconds;
                graph[round - 1] = messages.size() / whole.seconds;
                ratio[round - 1] = graph[round - 1] / floor[round - 1];
                ofCores[round - 1] = base.coreSeconds / FLOOR_TIMES / whole.coreSeconds;
            }
        }
        int versions = messages.size();
        messages = List.of();
        return new SignalStreamFigures(versions, median(floor), median(graph), median(ratio), median(ofCores));
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    private Run floor() {
        StreamExecutionEnvironment env = environment();
        env.fromSource(
                        source(FLOOR_TIMES),
                        WatermarkStrategy.noWatermarks(),
                        "Read",
                        TypeInformation.of(StreamRecord.class))
                .uid("read")
                .map(new ReportKey(), Types.STRING)
                .uid("decode")
                .keyBy(key -> key)
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        return timed(env);
    }

    private Run graph() {
        StreamExecutionEnvironment env = environment();
        new SignalPipeline(SignalConfig.DEFAULTS.timing())
                .build(
                        env,
                        source(1),
                        new SignalOutlets(
                                Map.of("discard", new DiscardingSink<>()),
                                Map.of("discard", new DiscardingSink<>()),
                                Map.of("discard", new DiscardingSink<>())));
        return timed(env);
    }

    private static StreamExecutionEnvironment environment() {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        return StreamExecutionEnvironment.createLocalEnvironment(1, flink);
    }

    private static Source<StreamRecord, ?, ?> source(int times) {
        return new DataGeneratorSource<>(
                index -> {
                    FIRST.compareAndSet(0, System.nanoTime());
                    byte[] bytes = messages.get((int) (index % messages.size()));
                    return new StreamRecord(SignalPipeline.TOPIC, 0, index, 0, bytes);
                },
                (long) times * messages.size(),
                TypeInformation.of(StreamRecord.class));
    }

    private static Run timed(StreamExecutionEnvironment env) {
        FIRST.set(0);
        double before = coreSeconds();
        try {
            env.execute("signals");
        } catch (Exception e) {
            throw new IllegalStateException("The measured graph failed: " + e.getMessage(), e);
        }
        return new Run((System.nanoTime() - FIRST.get()) / NANOS, coreSeconds() - before);
    }

    private static double coreSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / NANOS;
    }
}
