package io.zhiwei.jobs.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.EventWatermarks;
import io.zhiwei.jobs.testing.CollectingSink;
import io.zhiwei.jobs.testing.ListSource;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.ReportStatus;
import io.zhiwei.schemas.Signal;
import io.zhiwei.schemas.SingleObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalPipelineTest {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());

    private static final SignalTiming TIMING = new SignalTiming(
            new EventWatermarks(Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofDays(400)),
            Duration.ofDays(1),
            Duration.ofDays(30),
            Duration.ofDays(30));

    private final CollectingSink<Signal> signals = new CollectingSink<>();
    private final CollectingSink<Signal> notices = new CollectingSink<>();
    private final CollectingSink<DeadLetter> letters = new CollectingSink<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everySweepSaysWhatABatchSays(int parallelism) throws Exception {
        // Given
        List<AdverseReactionReport> reports = Reports.population(1_200, 150, 7);

        // When
        run(reports.stream().map(SingleObject::encode).toList(), parallelism);

        // Then
        assertThat(letters.collected()).isEmpty();
        TreeSet<Instant> sweeps = new TreeSet<>();
        for (Signal signal : signals.collected()) {
            if (TIMING.epochs().isSweep(signal.getEpoch().toEpochMilli())) {
                sweeps.add(signal.getEpoch());
            }
        }
        assertThat(sweeps).hasSizeBetween(5, 7);
        List<Batch.Read> read = Batch.Read.all(reports);
        for (Instant sweep : sweeps) {
            new Batch(read, sweep).assertSame(signals.collected());
        }
        assertThat(sweeps.last())
                .isAfterOrEqualTo(reports.get(reports.size() - 1).getReceiptTime());
    }

    @Test
    void whatStandsOutMeetsTheCriteria() throws Exception {
        List<AdverseReactionReport> reports = Reports.population(1_000, 30, 8);

        run(reports.stream().map(SingleObject::encode).toList(), 2);

        Instant last = signals.collected().stream()
                .map(Signal::getEpoch)
                .max(Instant::compareTo)
                .orElseThrow();
        assertThat(signals.collected().stream()
                        .filter(signal -> signal.getEpoch().equals(last)
                                && signal.getCriteria().size() == 4)
                        .map(signal -> signal.getProduct() + " " + signal.getEvent()))
                .contains("P25 E35");
    }

    @Test
    void whatIsNoReportBecomesADeadLetter() throws Exception {
        Instant received = Reports.START;
        AdverseReactionReport large = Reports.builder(
                        "big",
                        1,
                        received,
                        IntStream.range(0, 3_000).mapToObj(i -> "P" + i).toList(),
                        List.of("E1"))
                .build();
        AdverseReactionReport negative = Reports.builder("age", 1, received, List.of("A"), List.of("X"))
                .setAgeYears(-3.0)
                .build();
        List<byte[]> messages = new ArrayList<>();
        messages.add(SingleObject.encode(Reports.report("good", 1, received, "A", "X")));
        messages.add(SingleObject.encode(large));
        messages.add(SingleObject.encode(negative));
        messages.add(new byte[] {1, 2, 3});
        messages.add(SingleObject.encode(Reports.report(" ", 1, received, "A", "X")));
        messages.add(SingleObject.encode(Reports.report("old", 1, Instant.EPOCH, "A", "X")));

        run(messages, 1);

        assertThat(letters.collected())
                .extracting(DeadLetter::getReason)
                .containsExactlyInAnyOrder(
                        DeadLetterReason.TOO_LARGE,
                        DeadLetterReason.MALFORMED,
                        DeadLetterReason.NOT_SINGLE_OBJECT,
                        DeadLetterReason.MISSING_FIELD,
                        DeadLetterReason.INVALID_TIME);
        assertThat(letters.collected())
                .extracting(DeadLetter::getMessage)
                .anySatisfy(message -> assertThat(message).contains("3000", "CONCOMITANT"));
        assertThat(signals.collected()).extracting(Signal::getReports).containsOnly(1L);
    }

    @Test
    void aTermThatNobodyKnowsCountsUnderItsOwnName() throws Exception {
        List<AdverseReactionReport> reports = List.of(
                Reports.report("r1", 1, Reports.START, "A", "X"),
                Reports.report("r2", 1, Reports.START, "A", "no such term"));

        run(reports.stream().map(SingleObject::encode).toList(), 1);

        assertThat(letters.collected()).isEmpty();
        assertThat(signals.collected())
                .filteredOn(signal -> signal.getEvent().equals("no such term"))
                .isNotEmpty()
                .allSatisfy(signal -> assertThat(signal.getN()).isEqualTo(1))
                .allSatisfy(signal -> assertThat(signal.getReports()).isEqualTo(2));
    }

    @Test
    void aCaseThatTwoReportersTellCountsOnceUntilOneOfThemTakesItBack() throws Exception {
        Instant day1 = Reports.START;
        Instant day3 = day1.plus(Duration.ofDays(2));
        Instant day9 = day1.plus(Duration.ofDays(8));
        List<AdverseReactionReport> reports = List.of(
                told("hospital", 1, day1).build(),
                told("maker", 1, day3).build(),
                told("hospital", 2, day9).setStatus(ReportStatus.NULLIFY).build());

        run(reports.stream().map(SingleObject::encode).toList(), 2);

        assertThat(signals.collected()).isNotEmpty().extracting(Signal::getN).containsOnly(1L);
        assertThat(signals.collected())
                .filteredOn(signal -> signal.getDay().equals(Epochs.day(day9.toEpochMilli())))
                .extracting(Signal::getN)
                .containsExactly(1L);
    }

    private static AdverseReactionReport.Builder told(String id, long version, Instant received) {
        return Reports.builder(id, version, received, List.of("A"), List.of("X"))
                .setPatientKey("patient");
    }

    @Test
    void everyOperatorHasItsUid() {
        StreamExecutionEnvironment env = environment(1);

        build(env, List.of());

        assertThat(env.getStreamGraph().getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .containsExactlyInAnyOrder(
                        "read-adverse-reactions",
                        "decode-reports",
                        "follow-reports",
                        "distinct-cases",
                        "select-margins",
                        "count-margins",
                        "select-pairs",
                        "step-pairs",
                        "select-within",
                        "count-within",
                        "select-together",
                        "count-together",
                        "count-pairs",
                        "select-sweeps",
                        "fit-priors",
                        "measure-pairs",
                        "deliver-signals-to-memory",
                        "deliver-notices-to-memory",
                        "deliver-dead-letters-to-memory");
    }

    private void run(List<byte[]> messages, int parallelism) throws Exception {
        StreamExecutionEnvironment env = environment(parallelism);
        build(env, messages);
        env.execute();
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        env.setParallelism(parallelism);
        return env;
    }

    private void build(StreamExecutionEnvironment env, List<byte[]> messages) {
        new SignalPipeline(TIMING)
                .build(
                        env,
                        ListSource.of(messages),
                        new SignalOutlets(
                                Map.of("memory", signals), Map.of("memory", notices), Map.of("memory", letters)));
    }
}
