package io.zhiwei.console.quality;

import io.zhiwei.console.quality.Refusals.Refused;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.EventTimeReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the streams are, looked at anew after a few seconds. */
@Component
public final class QualityBoard {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String TOO_LATE = "TOO_LATE";

    private final TopicCounts topics;
    private final Refusals refusals;
    private final Clock clock;
    private @Nullable Board latest;

    /** Looks at topics and at what was refused. */
    public QualityBoard(TopicCounts topics, Refusals refusals, Clock clock) {
        this.topics = topics;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * What was seen.
     *
     * @param at when
     * @param streams every stream that has a topic
     * @param reasons why messages of the last day could not be used, by topic
     */
    public record Board(Instant at, List<StreamHealth> streams, List<Refused> reasons) {

        /** Returns how many streams have fallen silent. */
        public long silent() {
            return streams.stream().filter(StreamHealth::silent).count();
        }
    }

    /** Returns how the streams are, at most fifteen seconds ago. */
    public synchronized Board look() {
        Instant now = clock.instant();
        Board known = latest;
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known;
        }
        Board board = look(now);
        latest = board;
        return board;
    }

    private Board look(Instant now) {
        List<Refused> reasons = refusals.since(now.minus(DAY));
        List<EventStream> streams = EventStream.all();
        Map<String, TopicCounts.Count> counts =
                topics.of(streams.stream().map(EventStream::topic).toList(), now);
        List<StreamHealth> health = new ArrayList<>();
        for (EventStream stream : streams) {
            TopicCounts.Count count = counts.get(stream.topic());
            if (count != null) {
                health.add(health(stream, count, reasons, now));
            }
        }
        return new Board(now, health, reasons);
    }

    private static StreamHealth health(
            EventStream stream, TopicCounts.Count count, List<Refused> reasons, Instant now) {
        List<Refused> own = reasons.stream()
                .filter(one -> one.topic().equals(stream.topic()))
                .toList();
        Instant arrival = count.latestArrival();
        return new StreamHealth(
                stream.topic(),
                count.stored(),
                count.hour(),
                count.day(),
                arrival,
                eventTime(stream, count.latest()),
                own.stream().mapToLong(Refused::messages).sum(),
                own.stream()
                        .filter(one -> one.reason().equals(TOO_LATE))
                        .mapToLong(Refused::messages)
                        .sum(),
                arrival != null && arrival.isBefore(now.minus(DAY)));
    }

    private static @Nullable Instant eventTime(EventStream stream, byte @Nullable [] message) {
        long time = message == null ? EventTimeReader.NONE : new EventTimeReader(stream).read(message);
        return time == EventTimeReader.NONE ? null : Instant.ofEpochMilli(time);
    }
}
