package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Visit;
import io.zhiwei.models.measure.window.DistinctWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitEntitiesTest {

    private static final Duration WINDOW = Duration.ofDays(14);
    private static final Duration LATE_BOUND = Duration.ofHours(24);

    private KeyedOneInputStreamOperatorTestHarness<String, Visit, Findings> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Visit, Findings> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new VisitEntities(WordWatch.definitions(), LATE_BOUND)),
                VisitEntities::entity,
                Types.STRING);
    }

    @Test
    void findsTheSubjectOfEachWhenTheThirdPageComes() throws Exception {
        visit("page-1", Ads.TIME);
        visit("page-2", Ads.TIME.plusSeconds(60));
        assertThat(harness.extractOutputValues()).isEmpty();

        visit("page-3", Ads.TIME.plusSeconds(120));

        assertThat(pages()).containsExactlyInAnyOrder("page-1", "page-2", "page-3");
        Findings found = harness.extractOutputValues().get(2);
        assertThat(found.subject().id()).isEqualTo("青禾堂");
        Finding finding = found.findings().get(0);
        assertThat(finding.indicatorId()).isEqualTo("W-3");
        assertThat(finding.value()).isEqualTo(3);
        assertThat(finding.threshold()).isEqualTo(3);
        assertThat(finding.evidence().field()).isEqualTo("url");
        assertThat(finding.evidence().excerpt()).isEqualTo("page-3");
        assertThat(finding.evidence().note()).isEqualTo("14 天内至少 3 pages");
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
        harness.processWatermark(Ads.TIME.plus(Duration.ofHours(20)).toEpochMilli());

        visit("page-3", Ads.TIME.minusSeconds(1));

        assertThat(harness.extractOutputValues()).hasSize(3);
    }

    @Test
    void keepsEntitiesApart() throws Exception {
        visit("page-1", Ads.TIME);
        visit("page-2", Ads.TIME);
        harness.processElement(WordWatch.visit("别家", "page-3", Ads.TIME), Ads.TIME.toEpochMilli());

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void boundsTheMembersOfAnEntity() throws Exception {
        for (int i = 0; i < DistinctWindow.MAX_MEMBERS + 50; i++) {
            visit("page-" + i, Ads.TIME.plusSeconds(i));
        }

        assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
        assertThat(harness.extractOutputValues()).hasSize(DistinctWindow.MAX_MEMBERS + 50);
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
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);

        harness.processWatermark(Ads.TIME
                .plusSeconds(60)
                .plus(WINDOW)
                .plus(LATE_BOUND)
                .plusMillis(1)
                .toEpochMilli());

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private void visit(String page, Instant time) throws Exception {
        harness.processElement(WordWatch.visit("青禾堂", page, time), time.toEpochMilli());
    }

    private List<String> pages() {
        return harness.extractOutputValues().stream()
                .map(found -> found.findings().get(0).evidence().excerpt())
                .toList();
    }
}
