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
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.screening.Screening;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
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

    private final List<RegistryRecord> loaded = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        harness = harness((stream, registry) -> FakeScreener.fixed(FAILING, RECURSING, new FakeScreener()));
        harness.open();
    }

    private static BroadcastOperatorTestHarness<Event, Reference, Findings> harness(Screeners.Factory factory)
            throws Exception {
        return harness(factory, RegistryLoader.none());
    }

    private static BroadcastOperatorTestHarness<Event, Reference, Findings> harness(
            Screeners.Factory factory, RegistryLoader loader) throws Exception {
        return new BroadcastOperatorTestHarness<>(
                new CoBroadcastWithNonKeyedOperator<>(
                        new ScreenEvents(EventStream.ADVERTISEMENTS, factory, loader, 10), List.of()),
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

    @Test
    void aRecordThatComesLateIsHeldAgainstWhatWasScreened() throws Exception {
        lookUpAdvertisers();
        harness.open();
        screen("clean");
        assertThat(harness.extractOutputValues()).isEmpty();

        harness.processBroadcastElement(new StreamRecord<>(Reference.of(suspect(0, false))));

        assertThat(found()).containsExactly("W-1");
        assertThat(harness.extractOutputValues().get(0).instead()).isEmpty();
    }

    @Test
    void aRecordThatIsWithdrawnTakesBackWhatWasFound() throws Exception {
        loaded.add(suspect(0, false));
        lookUpAdvertisers();
        harness.open();
        screen("clean");
        assertThat(found()).containsExactly("W-1");

        harness.processBroadcastElement(new StreamRecord<>(Reference.of(suspect(1, true))));

        Findings last = harness.extractOutputValues().get(1);
        assertThat(last.findings()).isEmpty();
        assertThat(last.instead()).containsExactly("W-1");
    }

    @Test
    void aRecordThatCameWhileTheJobWasAwayIsHeldAgainstWhatWasScreenedBefore() throws Exception {
        // Given
        lookUpAdvertisers();
        harness.open();
        screen("clean");
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();

        // When
        loaded.add(suspect(0, false));
        lookUpAdvertisers();
        harness.initializeState(checkpoint);
        harness.open();
        harness.processBroadcastElement(new StreamRecord<>(Reference.of(suspect(0, false))));

        // Then
        assertThat(found()).containsExactly("W-1");
    }

    @Test
    void afterARestoreNothingIsToldTwice() throws Exception {
        // Given
        loaded.add(suspect(0, false));
        lookUpAdvertisers();
        harness.open();
        screen("clean");
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();

        // When
        lookUpAdvertisers();
        harness.initializeState(checkpoint);
        harness.open();
        harness.processBroadcastElement(new StreamRecord<>(Reference.of(suspect(0, false))));

        // Then
        assertThat(found()).isEmpty();
    }

    @Test
    void aRecordThatShouldBeThereAndDoesNotComeIsAGapInTheData() throws Exception {
        harness.close();
        harness = harness((stream, registry) -> FakeScreener.fixed(ad -> {
            List<Screening> nothing = lookUp(ad, registry);
            registry.noteMissing("suspect", "青禾堂");
            return nothing;
        }));
        harness.open();

        screen("first");
        passTo(Ads.TIME.plus(Duration.ofHours(23)));
        screen("second");
        assertThat(harness.getSideOutput(SideOutputs.DEAD_LETTERS)).isNull();
        passTo(Ads.TIME.plus(Duration.ofHours(24)));
        screen("third");

        assertThat(DecodeEventsTest.letters(harness)).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo(DeadLetterReason.DATA_GAP);
            assertThat(letter.getMessage()).contains("No suspect record of 青禾堂", "3 events");
        });
    }

    private void passTo(Instant time) throws Exception {
        harness.processWatermark(time.toEpochMilli());
        harness.processBroadcastWatermark(time.toEpochMilli());
    }

    /** Screens with a model that suspects the advertisers of whom there is a record. */
    private void lookUpAdvertisers() throws Exception {
        harness.close();
        List<RegistryRecord> all = loaded;
        harness = harness((stream, registry) -> FakeScreener.fixed(ad -> lookUp(ad, registry)), all::forEach);
    }

    private static List<Screening> lookUp(IndexedRecord ad, Registry registry) {
        boolean suspected = registry.asOf("suspect", "青禾堂", Ads.TIME) != null;
        String[] indicators = suspected ? new String[] {"W-1"} : new String[0];
        return List.of(new Screening(
                List.of(WordWatch.findings("青禾堂", String.valueOf(ad.get(0)), Ads.TIME, indicators)), List.of()));
    }

    private static RegistryRecord suspect(long revision, boolean withdrawn) {
        return RegistryRecord.newBuilder()
                .setRecordId("suspect-1")
                .setKind("suspect")
                .setKey("青禾堂")
                .setRecordedAt(Ads.TIME)
                .setRevision(revision)
                .setWithdrawn(withdrawn)
                .build();
    }

    private List<String> found() {
        return harness.extractOutputValues().stream()
                .flatMap(findings -> findings.findings().stream())
                .map(Finding::indicatorId)
                .toList();
    }

    private void screen(String text) throws Exception {
        harness.processElement(new StreamRecord<>(Ads.event("ad-1", Ads.TIME, text), Ads.TIME.toEpochMilli()));
    }
}
