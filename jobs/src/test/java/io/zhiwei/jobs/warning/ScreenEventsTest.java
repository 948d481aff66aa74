package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.EventStream;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
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

    private OneInputStreamOperatorTestHarness<Event, Findings> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ScreenEvents(
                EventStream.ADVERTISEMENTS, (stream, registry) -> List.of(FAILING, RECURSING, new FakeScreener()))));
        harness.open();
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
        harness = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(
                new ScreenEvents(EventStream.ADVERTISEMENTS, EventScreener.Factory.from(WordWatch.definitions()))));
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
        harness.processElement(Ads.event("ad-1", Ads.TIME, text), Ads.TIME.toEpochMilli());
    }
}
