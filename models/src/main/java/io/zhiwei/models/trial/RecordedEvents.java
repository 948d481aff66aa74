package io.zhiwei.models.trial;

import io.zhiwei.models.definition.Feed;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.EventTimeReader;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Recorded messages of several logs as one sequence of events: registry records first, then whichever log has the earlier
 * event at its head, so that each log keeps its order and no more is held than the heads of all. Messages that cannot be
 * read are passed over and counted: the job has refused them too.
 */
public final class RecordedEvents implements Iterator<PastEvent> {

    private final Logs logs;
    private final List<Lane> lanes = new ArrayList<>();
    private final Instant from;
    private final Instant to;
    private long read;
    private long refused;

    /** Logs of messages, by number; each ends where it ended when it was opened. */
    public interface Logs {

        /** Returns the topic of each log. */
        List<String> topics();

        /** Hands over the next messages of some of the logs, waiting a moment where none has come. */
        void more(Set<Integer> wanted, Sink sink);

        /** Returns whether a log has been handed over to its end. */
        boolean isOver(int log);
    }

    /** Where messages go. */
    @FunctionalInterface
    public interface Sink {

        /** Takes the next message of a log. */
        void take(int log, byte[] message);
    }

    /**
     * Reads logs from their beginning.
     *
     * @param from event time from which events count, inclusive; registry records count whenever they are of
     * @param to event time until which they count, exclusive
     */
    public RecordedEvents(Logs logs, Instant from, Instant to) {
        this.logs = logs;
        this.from = from;
        this.to = to;
        logs.topics().forEach(topic -> lanes.add(new Lane(EventStream.ofTopic(topic))));
    }

    /** One log: what was handed over and not yet taken. */
    private final class Lane {

        private final EventStream stream;
        private final EventTimeReader times;
        private final MessageReader<IndexedRecord> reader;
        private final Deque<PastEvent> waiting = new ArrayDeque<>();

        Lane(EventStream stream) {
            this.stream = stream;
            this.times = new EventTimeReader(stream);
            this.reader = MessageReader.generic(stream.schema());
        }

        boolean isRegistry() {
            return stream.topic().equals(Feed.REGISTRY);
        }

        void take(byte[] message) {
            read++;
            long time = times.read(message);
            if (time == EventTimeReader.NONE) {
                refused++;
                return;
            }
            if (!isRegistry() && (time < from.toEpochMilli() || time >= to.toEpochMilli())) {
                return;
            }
            try {
                waiting.add(new PastEvent(
                        stream.topic(), reader.read(message), isRegistry() ? from : Instant.ofEpochMilli(time)));
            } catch (RefusedMessageException e) {
                refused++;
            }
        }
    }

    /** Returns the number of messages that were read, those that did not count included. */
    public long read() {
        return read;
    }

    /** Returns the number of messages that could not be read. */
    public long refused() {
        return refused;
    }

    @Override
    public boolean hasNext() {
        return head() != null;
    }

    @Override
    public PastEvent next() {
        Lane lane = head();
        if (lane == null) {
            throw new NoSuchElementException("The logs are over");
        }
        return lane.waiting.remove();
    }

    private @Nullable Lane head() {
        Lane registry = earliest(true);
        return registry != null ? registry : earliest(false);
    }

    private @Nullable Lane earliest(boolean ofRegistry) {
        fill(ofRegistry);
        Lane earliest = null;
        for (Lane lane : lanes) {
            PastEvent first = lane.isRegistry() == ofRegistry ? lane.waiting.peek() : null;
            if (first != null
                    && (earliest == null
                            || first.time().isBefore(earliest.waiting.element().time()))) {
                earliest = lane;
            }
        }
        return earliest;
    }

    /** Waits until every log has a head or is over. */
    private void fill(boolean ofRegistry) {
        Set<Integer> wanted = wanted(ofRegistry);
        while (!wanted.isEmpty()) {
            logs.more(wanted, (log, message) -> lanes.get(log).take(message));
            wanted = wanted(ofRegistry);
        }
    }

    private Set<Integer> wanted(boolean ofRegistry) {
        Set<Integer> wanted = new HashSet<>();
        for (int log = 0; log < lanes.size(); log++) {
            Lane lane = lanes.get(log);
            if (lane.isRegistry() == ofRegistry && lane.waiting.isEmpty() && !logs.isOver(log)) {
                wanted.add(log);
            }
        }
        return wanted;
    }
}
