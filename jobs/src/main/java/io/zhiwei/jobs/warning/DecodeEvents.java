package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Turns messages into events. Every message becomes exactly one event or one dead letter; nothing is thrown on data.
 * An event behind the watermark is counted and goes on; one that is behind by more than the bound is refused, because
 * the episode that it belongs to is closed.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class DecodeEvents extends ProcessFunction<StreamRecord, Event> {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final long lateBound;

    private transient MessageReader<IndexedRecord> reader;
    private transient EventRules rules;
    private transient Counter read;
    private transient Counter undecodable;
    private transient Counter late;
    private transient Counter tooLate;

    DecodeEvents(EventStream stream, Duration lateBound) {
        this.topic = stream.topic();
        this.lateBound = lateBound.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        EventStream stream = EventStream.ofTopic(topic);
        reader = MessageReader.generic(stream.schema());
        rules = new EventRules(stream);
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        read = metrics.counter(Counters.EVENTS);
        undecodable = metrics.counter(Counters.UNDECODABLE);
        late = metrics.counter(Counters.LATE);
        tooLate = metrics.counter(Counters.TOO_LATE);
    }

    @Override
    public void processElement(StreamRecord message, Context context, Collector<Event> out) {
        read.inc();
        try {
            Event event = decode(message, context.timerService().currentProcessingTime());
            checkLateness(event, context.timerService().currentWatermark());
            out.collect(event);
        } catch (RefusedMessageException refusal) {
            undecodable.inc();
            context.output(
                    SideOutputs.DEAD_LETTERS,
                    Refusals.ofRecord(message, Stage.DECODE, refusal.reason(), refusal.getMessage()));
        }
    }

    private Event decode(StreamRecord message, long now) throws RefusedMessageException {
        byte[] bytes = message.bytes();
        rules.checkSize(bytes);
        IndexedRecord avroRecord = reader.read(bytes);
        rules.check(avroRecord, now);
        return Event.decoded(message, reader, avroRecord);
    }

    private void checkLateness(Event event, long watermark) throws RefusedMessageException {
        long time = event.time().toEpochMilli();
        if (time > watermark) {
            return;
        }
        late.inc();
        // Compared without subtraction: before the first event the watermark is the smallest long.
        if (time + lateBound <= watermark) {
            tooLate.inc();
            throw new RefusedMessageException(
                    DeadLetterReason.TOO_LATE,
                    "The event of " + event.time() + " came when the stream had reached "
                            + Instant.ofEpochMilli(watermark) + ": replay it with a longer --late-bound");
        }
    }
}
