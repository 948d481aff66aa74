package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.Inbound;
import io.zhiwei.schemas.Listing;
import io.zhiwei.schemas.PharmacistPresence;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.RegistryRecord;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.Temperature;
import io.zhiwei.schemas.TraceScan;
import java.util.function.Consumer;

/** Where events go, each on its stream, to arrive when they happen or later. */
record Outbox(Consumer<Arrival> sink) {

    void sale(SaleEvent event, long at) {
        sink.accept(new Arrival(at, "sales", event.getSaleLineId(), event));
    }

    void sale(SaleEvent event) {
        sale(event, event.getEventTime().toEpochMilli());
    }

    void prescription(Prescription event) {
        sink.accept(new Arrival(event.getIssueTime().toEpochMilli(), "prescriptions", event.getRxId(), event));
    }

    void prescription(Prescription event, long at) {
        sink.accept(new Arrival(at, "prescriptions", event.getRxId(), event));
    }

    void presence(PharmacistPresence event) {
        sink.accept(
                new Arrival(event.getEventTime().toEpochMilli(), "pharmacist-presence", event.getPresenceId(), event));
    }

    void inbound(Inbound event) {
        sink.accept(new Arrival(event.getTime().toEpochMilli(), "inbounds", event.getInboundId(), event));
    }

    void scan(TraceScan event) {
        sink.accept(new Arrival(event.getTime().toEpochMilli(), "trace-scans", event.getScanId(), event));
    }

    void temperature(Temperature event) {
        sink.accept(new Arrival(event.getTime().toEpochMilli(), "temperatures", event.getReadingId(), event));
    }

    void listing(Listing event) {
        sink.accept(new Arrival(event.getTime().toEpochMilli(), "listings", event.getSightingId(), event));
    }

    void record(RegistryRecord record) {
        sink.accept(new Arrival(record.getRecordedAt().toEpochMilli(), "registry", record.getRecordId(), record));
    }
}
