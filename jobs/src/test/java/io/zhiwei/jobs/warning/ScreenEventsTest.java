package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.Reference;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.EventStream;
import java.util.List;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScreenEventsTest {

    private static final EventScreener FAILING = event -> {
        throw new IllegalArgumentException("a defect");
    };
    private static final EventScreener RECURSING = event -> {
        throw new StackOverflowError();
    };

    private BroadcastOperatorTestHarness<Event, Reference, Findings> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness((stream, registry) -> FakeScreener.fixed(FAILING, RECURSING, new FakeScreener()));
        harness.open();
    }

    private static BroadcastOperatorTestHarness<Event, Reference, Findings> harness(Screeners.Factory factory)
            throws Exception {
        return new BroadcastOperatorTestHarness<>(
                new CoBroadcastWithNonKeyedOperator<>(
                        new ScreenEvents(EventStream.ADVERTISEMENTS, factory, RegistryLoader.none()), List.of()),
                1,
                1,
                0);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void handsOnFindingsAndVisits() throws Exception {
        screen("strong");

        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(findings -> assertThat(findings.findings()).hasSize(2));
        assertThat(harness.getSideOutput(SideOutputs.VISITS)).hasSize(1);
    }

    @Test
    void keepsAnEventWithoutFindingsToItself() throws Exception {
        screen("clean");

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(harness.getSideOutput(SideOutputs.VISITS)).hasSize(1);
    }

    @Test
    void aFailingModelCostsADeadLetterAndStopsNoOther() throws Exception {
        screen("weak");

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(DecodeEventsTest.letters(harness)).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.getReason()).isEqualTo(DeadLetterReason.SCREENING_FAILED);
            assertThat(letter.getStage()).isEqualTo("screen");
        });
    }

    @Test
    void screensWithTheModelsOfTheLibrary() throws Exception {
        // Given
        harness.close();
        harness = harness(Screeners.Factory.from(WordWatch.definitions(), ModelLoader.none()));
        harness.open();

        // When
        screen("strong");

        // Then
        Findings findings = harness.extractOutputValues().get(0);
        assertThat(findings.findings()).extracting(Finding::indicatorId).containsExactly("W-2");
        assertThat(findings.subject().name()).isEqualTo("青禾堂");
        assertThat(harness.getSideOutput(SideOutputs.VISITS)).hasSize(1);
    }

    private void screen(String text) throws Exception {
        harness.processElement(new StreamRecord<>(Ads.event("ad-1", Ads.TIME, text), Ads.TIME.toEpochMilli()));
    }
}
