package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Family;
import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.jobs.signal.SignalConfig;
import io.zhiwei.jobs.signal.SignalOutlets;
import io.zhiwei.jobs.signal.SignalPipeline;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.trial.Replay;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.RegistryRecord;
import io.zhiwei.schemas.Signal;
import io.zhiwei.schemas.SingleObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * A trial of adverse reactions in one JVM, without servers: the graph of the signal job makes the signals, then the models
 * read reports and signals in the order in which they came. The same code as the pipeline's, without its edges.
 */
final class MemoryTrial {

    private static final Duration LATE_BOUND = Duration.ofDays(3);

    private final Settings settings;
    private final List<Model> models;
    private final Regions regions;
    private final FirstSigns firstSigns = new FirstSigns();
    private final Map<String, TrialScore.First> firsts = new HashMap<>();
    private final SchemeReports reported = new SchemeReports();

    MemoryTrial(Home home, Settings settings) {
        this.settings = settings;
        this.models = ModelLibrary.load(home.models()).models().stream()
                .filter(model -> model.topics().contains(SignalPipeline.TOPIC))
                .toList();
        this.regions = Regions.load(home.regions());
    }

    /**
     * What came of it.
     *
     * @param scores scores by model
     * @param figures delays and clusters
     * @param reports versions of reports
     * @param signals pairs measured
     * @param signalMillis how long the signals took
     * @param modelMillis how long the models took
     */
    record Outcome(
            List<TrialScore> scores,
            ReactionFigures figures,
            long reports,
            long signals,
            long signalMillis,
            long modelMillis) {}

    Outcome run() throws Exception {
        long start = System.currentTimeMillis();
        MemorySink<Signal> notices = new MemorySink<>(true);
        MemorySink<Signal> all = new MemorySink<>(false);
        measure(notices, all);
        long measured = System.currentTimeMillis();
        List<MemorySink.Arrival<Signal>> told = new ArrayList<>(notices.arrivals());
        told.sort((a, b) -> Long.compare(a.time(), b.time()));
        List<Replay> replays = models.stream()
                .map(model -> new Replay(model, regions, LATE_BOUND, this::note))
                .toList();
        Simulation city = Simulation.of(settings, Set.of(Family.REACTIONS));
        long reports = replay(city, new ArrayDeque<>(told), replays);
        List<Alert> standing =
                replays.stream().flatMap(replay -> replay.alerts().stream()).toList();
        return new Outcome(
                TrialScore.of(city.truth(), standing, firsts, reported),
                ReactionFigures.of(city.truth(), reported, standing, firstSigns),
                reports,
                all.count(),
                measured - start,
                System.currentTimeMillis() - measured);
    }

    private void measure(MemorySink<Signal> notices, MemorySink<Signal> all) throws Exception {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        // In one JVM a late heartbeat says that the machine is busy, not that something died.
        flink.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofHours(1));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, flink);
        CityReports reports = CityReports.of(settings);
        new SignalPipeline(SignalConfig.DEFAULTS.timing())
                .build(
                        env,
                        new DataGeneratorSource<StreamRecord>(
                                reports, reports.count(), TypeInformation.of(StreamRecord.class)),
                        new SignalOutlets(
                                Map.of("memory", all),
                                Map.of("memory", notices),
                                Map.of("memory", new MemorySink<DeadLetter>(false))));
        env.execute("trial");
    }

    private long replay(Simulation city, Deque<MemorySink.Arrival<Signal>> signals, List<Replay> replays) {
        long reports = 0;
        while (city.hasNext()) {
            Happening happening = city.next();
            if (happening.record() instanceof RegistryRecord record) {
                replays.forEach(replay -> replay.record(record));
                continue;
            }
            Instant now = happening.arrival();
            while (!signals.isEmpty() && signals.getFirst().time() < now.toEpochMilli()) {
                Signal signal = signals.removeFirst().element();
                replays.forEach(replay -> replay.event("signals", signal));
            }
            reports++;
            if (!happening.mark().scheme().isEmpty()) {
                reported.note(happening);
            }
            replays.forEach(replay -> {
                replay.advance(now);
                replay.event(happening.stream().topic(), happening.record());
            });
        }
        signals.forEach(signal -> replays.forEach(replay -> replay.event("signals", signal.element())));
        return reports;
    }

    private void note(Alert alert) {
        firstSigns.note(alert);
        firsts.putIfAbsent(alert.getAlertId(), new TrialScore.First(alert, 0));
    }

    /** Reports of a simulation as messages, made when they are asked for, once and in order. */
    private static final class CityReports implements GeneratorFunction<Long, StreamRecord> {

        private static final long serialVersionUID = 1L;

        private final int days;
        private final long seed;
        private final double scale;
        private final LocalDate start;
        private final long count;
        private transient @Nullable Simulation city;

        private CityReports(Settings settings, long count) {
            this.days = settings.days();
            this.seed = settings.seed();
            this.scale = settings.scale();
            this.start = settings.start();
            this.count = count;
        }

        static CityReports of(Settings settings) {
            long count = 0;
            for (Simulation city = Simulation.of(settings, Set.of(Family.REACTIONS)); city.hasNext(); ) {
                count += isReport(city.next()) ? 1 : 0;
            }
            return new CityReports(settings, count);
        }

        long count() {
            return count;
        }

        private static boolean isReport(Happening happening) {
            return happening.stream().topic().equals(SignalPipeline.TOPIC);
        }

        @Override
        public StreamRecord map(Long index) {
            Simulation simulation = city == null
                    ? Simulation.of(new Settings(days, seed, scale, start, List.of()), Set.of(Family.REACTIONS))
                    : city;
            city = simulation;
            Happening next = simulation.next();
            while (!isReport(next)) {
                next = simulation.next();
            }
            byte[] bytes = SingleObject.encode(next.record());
            return new StreamRecord(SignalPipeline.TOPIC, 0, index, 0, bytes);
        }
    }
}
