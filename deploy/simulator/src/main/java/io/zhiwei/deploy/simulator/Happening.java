package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.EventStream;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * One event of the city, and what only the simulator knows of it.
 *
 * @param stream stream of the event
 * @param record the event
 * @param arrival when it reaches the regulator; the order of a simulation
 * @param mark what is true of it
 * @param number order among equal arrivals
 */
public record Happening(EventStream stream, SpecificRecordBase record, Instant arrival, Mark mark, long number)
        implements Comparable<Happening> {

    /** Returns the identifier of the event. */
    public String id() {
        return String.valueOf(record.get(stream.idField()));
    }

    /** Returns the event time. */
    public Instant time() {
        return (Instant) record.get(stream.timeField());
    }

    @Override
    public int compareTo(Happening other) {
        int order = arrival.compareTo(other.arrival);
        return order != 0 ? order : Long.compare(number, other.number);
    }
}
