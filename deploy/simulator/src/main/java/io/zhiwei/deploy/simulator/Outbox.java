package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.EventStream;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** Events on their way, in the order of their arrival. Holds those of a day and the late ones of the days before. */
public final class Outbox {

    private final PriorityQueue<Happening> queue = new PriorityQueue<>();
    private final Map<Schema, Route> routes = new IdentityHashMap<>();
    private Instant earliest = Instant.MIN;
    private long sent;

    private record Route(EventStream stream, int ingestField, int demoField) {}

    Outbox() {
        for (EventStream stream : EventStream.all()) {
            Schema schema = stream.schema();
            routes.put(schema, new Route(stream, position(schema, "ingestTime"), position(schema, "demo")));
        }
    }

    /** Sends an ordinary event that arrives when it happens. */
    public void send(SpecificRecordBase record, Instant arrival) {
        send(record, arrival, Mark.ORDINARY);
    }

    /**
     * Sends an event.
     *
     * @param record the event; its time of ingestion is set to the arrival
     * @param arrival when it arrives; never before the day that is lived
     * @param mark what is true of it
     */
    public void send(SpecificRecordBase record, Instant arrival, Mark mark) {
        Route route = route(record.getSchema());
        Instant then = arrival.isBefore(earliest) ? earliest : arrival;
        if (route.ingestField >= 0) {
            record.put(route.ingestField, then);
        }
        record.put(route.demoField, true);
        queue.add(new Happening(route.stream, record, then, mark, sent++));
    }

    void beginDay(Instant midnight) {
        earliest = midnight;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Returns whether the next event may leave: nothing that is still to be lived can arrive before it. */
    boolean isDue(@Nullable Instant nextDay) {
        Happening next = queue.peek();
        return next != null && (nextDay == null || next.arrival().isBefore(nextDay));
    }

    Happening take() {
        return queue.remove();
    }

    /** Compiled schemas equal those of the streams but are other objects: found once by name. */
    private Route route(Schema schema) {
        return routes.computeIfAbsent(
                schema,
                unknown -> routes.values().stream()
                        .filter(route -> route.stream.schema().getFullName().equals(unknown.getFullName()))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException("No stream carries " + unknown.getFullName() + ".")));
    }

    private static int position(Schema schema, String field) {
        Schema.Field found = schema.getField(field);
        return found == null ? -1 : found.pos();
    }
}
