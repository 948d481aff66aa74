package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Decodes whole advertisements with the reader of the job and keeps the least of them. */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class DecodePlacements extends ProcessFunction<StreamRecord, Placement> {

    private static final long serialVersionUID = 1L;

    private transient MessageReader<IndexedRecord> reader;
    private transient int advertiser;
    private transient int time;

    @Override
    public void open(OpenContext context) {
        EventStream stream = EventStream.ADVERTISEMENTS;
        reader = MessageReader.generic(stream.schema());
        advertiser = Objects.requireNonNull(stream.schema().getField("advertiserUscc"))
                .pos();
        time = stream.timeField();
    }

    @Override
    public void processElement(StreamRecord message, Context context, Collector<Placement> out)
            throws RefusedMessageException {
        IndexedRecord event = reader.read(message.bytes());
        out.collect(new Placement(String.valueOf(event.get(advertiser)), Instant.ofEpochMilli((long) event.get(time))));
    }
}
