package io.zhiwei.deploy.bench.keyed;

import io.zhiwei.deploy.standalone.EventSender;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.SingleObject;
import java.time.Duration;
import java.time.Instant;

/**
 * Fills the topic of sales with purchases of so many buyers. Each buyer comes again after all others have, two days of event
 * time later, so that a buyer keeps equally much however many there are, and what he keeps was not used for as long as
 * possible.
 */
final class KeysPreload {

    private static final Duration AGAIN = Duration.ofDays(2);
    /** No even step, so that neighbours in time are no neighbours in the state. */
    private static final long STRIDE = 7_368_787;

    private static final int STORES = 450;
    private static final String TOPIC = "sales";

    private KeysPreload() {}

    static void into(String bootstrapServers, int keys, long events) {
        double stepMillis = (double) AGAIN.toMillis() / keys;
        Instant start = Instant.now().minus(Duration.ofHours(1)).minusMillis((long) (stepMillis * events));
        SaleEvent sale = SaleEvent.newBuilder()
                .setSaleLineId("")
                .setEventTime(start)
                .setQtyPacks(1.0)
                .build();
        try (EventSender sender = new EventSender(EventStream.ofTopic(TOPIC), bootstrapServers)) {
            for (long i = 0; i < events; i++) {
                long buyer = i % keys * STRIDE % keys;
                sale.setSaleLineId("line-" + i);
                sale.setEventTime(start.plusMillis((long) (stepMillis * i)));
                sale.setBuyerIdHash("buyer-" + buyer);
                sale.setStoreId("store-" + (buyer + i / keys) % STORES);
                sender.send(sale.getBuyerIdHash(), SingleObject.encode(sale));
            }
            sender.flush();
        }
    }
}
