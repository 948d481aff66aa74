package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.EventType;
import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.schemas.Advertisement;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.SingleObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecodeEventsTest {

    private static final Instant NOW = Ads.TIME.plus(Duration.ofHours(1));
    private static final Duration LATE_BOUND = Duration.ofHours(24);

    private final OneInputStreamOperatorTestHarness<StreamRecord, Event> harness = harness();

    static OneInputStreamOperatorTestHarness<StreamRecord, Event> harness() {
        try {
            OneInputStreamOperatorTestHarness<StreamRecord, Event> harness = new OneInputStreamOperatorTestHarness<>(
                    new ProcessOperator<>(new DecodeEvents(EventStream.ADVERTISEMENTS, LATE_BOUND)));
            harness.setup(EventType.INSTANCE.createSerializer(
                    new org.apache.flink.api.common.serialization.SerializerConfigImpl()));
            return harness;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void open() throws Exception {
        harness.open();
        harness.setProcessingTime(NOW.toEpochMilli());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void decodesAGoodMessage() throws Exception {
        read(Ads.bytes("ad-1", Ads.TIME, "清热解毒"));

        assertThat(letters()).isEmpty();
        assertThat(harness.extractOutputValues()).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("ad-1");
            assertThat(event.time()).isEqualTo(Ads.TIME);
        });
    }

    @Test
    void namesPositionReasonAndRemedyOfAnEmptyMessage() throws Exception {
        read(new byte[0]);

        DeadLetter letter = onlyLetter();
        assertThat(letter.getReason()).isEqualTo(DeadLetterReason.EMPTY);
        assertThat(letter.getTopic()).isEqualTo("advertisements");
        assertThat(letter.getPartition()).isZero();
        assertThat(letter.getOffset()).isEqualTo(1);
        assertThat(letter.getStage()).isEqualTo("decode");
        assertThat(letter.getMessage()).isEqualTo("The message is empty: send a record");
    }

    @Test
    void takesAMessageWithoutValueForEmpty() throws Exception {
        harness.processElement(new StreamRecord("advertisements", 0, 1, 0, null), 0);

        assertThat(onlyLetter().getReason()).isEqualTo(DeadLetterReason.EMPTY);
    }

    @Test
    void refusesAnEventWithoutIdentifier() throws Exception {
        read(Ads.bytes(" ", Ads.TIME, "x"));

        assertThat(onlyLetter().getReason()).isEqualTo(DeadLetterReason.MISSING_FIELD);
        assertThat(onlyLetter().getMessage()).startsWith("adId is empty");
    }

    @Test
    void refusesTimesThatCannotBe() throws Exception {
        read(Ads.bytes("ad-1", Instant.parse("1999-12-31T23:59:59Z"), "x"));
        read(Ads.bytes("ad-2", NOW.plus(Duration.ofHours(49)), "x"));
        read(Ads.bytes("ad-3", Instant.parse("9999-01-01T00:00:00Z"), "x"));

        assertThat(letters())
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter.getReason()).isEqualTo(DeadLetterReason.INVALID_TIME));
    }

    @Test
    void acceptsTheEarliestTimeAndAClockTwoDaysAhead() throws Exception {
        read(Ads.bytes("ad-1", Instant.parse("2000-01-01T00:00:00Z"), "x"));
        read(Ads.bytes("ad-2", NOW.plus(Duration.ofDays(2)), "x"));

        assertThat(harness.extractOutputValues()).hasSize(2);
    }

    @Test
    void refusesATextThatIsTooLong() throws Exception {
        read(Ads.bytes("ad-1", Ads.TIME, "x".repeat(EventRules.MAX_TEXT_LENGTH)));
        read(Ads.bytes("ad-2", Ads.TIME, "x".repeat(EventRules.MAX_TEXT_LENGTH + 1)));

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(onlyLetter().getReason()).isEqualTo(DeadLetterReason.TOO_LARGE);
        assertThat(onlyLetter().getMessage()).startsWith("text has 200001 characters");
    }

    @Test
    void refusesATooLongTextInsideAList() throws Exception {
        Advertisement ad = Ads.ad("ad-1", Ads.TIME, "x");
        ad.setLinks(List.of("ok", "x".repeat(EventRules.MAX_TEXT_LENGTH + 1)));

        read(SingleObject.encode(ad));

        assertThat(onlyLetter().getMessage()).startsWith("links has");
    }

    @Test
    void refusesAMessageOfFiveMegabytesAndKeepsItsBeginning() throws Exception {
        read(Ads.bytes("ad-1", Ads.TIME, "x".repeat(5 << 20)));

        DeadLetter letter = onlyLetter();
        assertThat(letter.getReason()).isEqualTo(DeadLetterReason.TOO_LARGE);
        assertThat(letter.getSize()).isGreaterThan(5 << 20);
        assertThat(letter.getPayload().remaining()).isEqualTo(Refusals.MAX_PAYLOAD);
    }

    @Test
    void passesOnALateEventWithinTheBound() throws Exception {
        harness.processWatermark(Ads.TIME.plus(LATE_BOUND).minusMillis(1).toEpochMilli());

        read(Ads.bytes("ad-1", Ads.TIME, "x"));

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(letters()).isEmpty();
    }

    @Test
    void refusesALateEventPastTheBound() throws Exception {
        harness.processWatermark(Ads.TIME.plus(LATE_BOUND).toEpochMilli());

        read(Ads.bytes("ad-1", Ads.TIME, "x"));

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(onlyLetter().getReason()).isEqualTo(DeadLetterReason.TOO_LATE);
        assertThat(onlyLetter().getMessage()).contains("--late-bound");
    }

    private void read(byte[] bytes) throws Exception {
        harness.processElement(Ads.message(1, bytes), 0);
    }

    private DeadLetter onlyLetter() {
        assertThat(letters()).hasSize(1);
        return letters().get(0);
    }

    private List<DeadLetter> letters() {
        return letters(harness);
    }

    static List<DeadLetter> letters(AbstractStreamOperatorTestHarness<?> harness) {
        var side = harness.getSideOutput(SideOutputs.DEAD_LETTERS);
        return side == null
                ? List.of()
                : side.stream().map(element -> element.getValue()).toList();
    }
}
