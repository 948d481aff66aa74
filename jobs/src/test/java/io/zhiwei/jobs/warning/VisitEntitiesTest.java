package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.Reference;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Sign;
import io.zhiwei.models.assessment.Standing;
import io.zhiwei.models.keyed.Pane;
import io.zhiwei.models.keyed.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitEntitiesTest {

    private static final Duration WINDOW = Duration.ofDays(14);
    private static final Duration LATE_BOUND = Duration.ofHours(24);
    private static final Assessor ASSESSOR = Assessor.of(
            WordWatch.definitions().models().get(0), WordWatch.definitions().regions());

    private KeyedBroadcastOperatorTestHarness<String, Visit, Reference, Findings> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedBroadcastOperatorTestHarness<String, Visit, Reference, Findings> harness() throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new VisitEntities(
                                WordWatch.definitions(), RegistryLoader.none(), ModelLoader.none(), LATE_BOUND),
                        List.of()),
                Visit::place,
                Types.STRING,
                1,
                1,
                0);
    }

    @Test
    void saysSoWhenTheThirdPageComes() throws Exception {
        visit("page-1", Ads.TIME);
        visit("page-2", Ads.TIME.plusSeconds(60));
        assertThat(harness.extractOutputValues()).isEmpty();

        visit("page-3", Ads.TIME.plusSeconds(120));

        assertThat(pages()).containsExactly("page-1", "page-2", "page-3");
        Findings found = harness.extractOutputValues().get(0);
        assertThat(found.subject().id()).isEqualTo("青禾堂");
        Finding finding = said().strongest();
        assertThat(finding.indicatorId()).isEqualTo("W-3");
        assertThat(finding.value()).isEqualTo(3);
        assertThat(finding.threshold()).isEqualTo(3);
        assertThat(said().total()).isEqualTo(3);
    }

    @Test
    void countsAPageOnce() throws Exception {
        visit("page-1", Ads.TIME);
        visit("page-1", Ads.TIME.plusSeconds(60));
        visit("page-2", Ads.TIME.plusSeconds(120));
        visit("page-2", Ads.TIME.plusSeconds(180));

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void doesNotCountWhatLiesOutsideTheWindow() throws Exception {
        visit("page-1", Ads.TIME);
        visit("page-2", Ads.TIME.plus(WINDOW).plusMillis(1));
        visit("page-3", Ads.TIME.plus(WINDOW).plusMillis(2));

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void findsTheSameInEveryOrder() throws Exception {
        List<Instant> times = List.of(
                Ads.TIME,
                Ads.TIME.plus(WINDOW),
                Ads.TIME.plus(WINDOW.dividedBy(2)),
                Ads.TIME.plus(WINDOW.multipliedBy(2)),
                Ads.TIME.plus(WINDOW.multipliedBy(3)));
        List<String> expected = null;
        for (int shift = 0; shift < times.size(); shift++) {
            for (boolean reversed : new boolean[] {false, true}) {
                close();
                open();
                List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
                Collections.rotate(order, shift);
                if (reversed) {
                    Collections.reverse(order);
                }
                for (int i : order) {
                    visit("page-" + i % 4, times.get(i));
                }
                List<String> found = pages().stream().sorted().toList();
                expected = expected == null ? found : expected;

                assertThat(found).as("order " + order).isEqualTo(expected);
            }
        }
        assertThat(expected).containsExactly("page-0", "page-1", "page-2", "page-3");
    }

    @Test
    void countsALateVisitorWithinTheBound() throws Exception {
        visit("page-1", Ads.TIME);
        visit("page-2", Ads.TIME);
        harness.watermark(Ads.TIME.plus(Duration.ofHours(20)).toEpochMilli());

        visit("page-3", Ads.TIME.minusSeconds(1));

        assertThat(said().total()).isEqualTo(3);
    }

    @Test
    void keepsEntitiesApart() throws Exception {
        visit("page-1", Ads.TIME);
        visit("page-2", Ads.TIME);
        harness.processElement(WordWatch.visit("别家", "page-3", Ads.TIME), Ads.TIME.toEpochMilli());

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void boundsWhatAnEntityKeeps() throws Exception {
        for (int i = 0; i < Pane.MAX_ENTRIES + 50; i++) {
            visit("page-" + i, Ads.TIME.plusSeconds(i));
        }

        assertThat(said().total()).isEqualTo(Pane.MAX_ENTRIES);
        assertThat(stateEntries()).isEqualTo(2);
    }

    @Test
    void goesOnAfterARestore() throws Exception {
        // Given
        visit("page-1", Ads.TIME);
        visit("page-2", Ads.TIME);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();

        // When
        harness = harness();
        harness.initializeState(state);
        harness.open();
        visit("page-3", Ads.TIME);

        // Then
        assertThat(pages()).hasSize(3);
    }

    @Test
    void leavesNothingBehind() throws Exception {
        visit("page-1", Ads.TIME);
        visit("page-2", Ads.TIME.plusSeconds(60));
        visit("page-3", Ads.TIME.plusSeconds(120));

        harness.watermark(
                Ads.TIME.plus(WINDOW).plus(LATE_BOUND).plus(Duration.ofDays(2)).toEpochMilli());

        assertThat(stateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private void visit(String page, Instant time) throws Exception {
        harness.processElement(WordWatch.visit("青禾堂", page, time), time.toEpochMilli());
    }

    private int stateEntries() {
        AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
    }

    /** Returns what was said last. */
    private Sign said() {
        List<Findings> all = harness.extractOutputValues();
        Standing standing = Objects.requireNonNull(all.get(all.size() - 1).standing());
        return Objects.requireNonNull(standing.sign());
    }

    /** Returns the pages of all that stands at the end, in all episodes. */
    private List<String> pages() {
        Map<Instant, Sign> standing = new TreeMap<>();
        for (Findings findings : harness.extractOutputValues()) {
            Instant episode = ASSESSOR.episodeStart(findings.event().time());
            Sign sign = Objects.requireNonNull(findings.standing()).sign();
            standing.put(episode, Objects.requireNonNull(sign));
        }
        return standing.values().stream()
                .flatMap(sign -> sign.evidence().stream())
                .map(evidence -> evidence.event().eventId())
                .map(id -> id.substring(0, id.indexOf('@')))
                .toList();
    }
}
