package io.zhiwei.deploy.bench.change;

import io.zhiwei.deploy.bench.Pacing;
import io.zhiwei.deploy.standalone.EventSender;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.SingleObject;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Sends purchases at a fixed rate, among them some of more than any threshold allows, each of another buyer. */
final class Purchases implements AutoCloseable {

    static final int VIOLATING_PER_SECOND = 100;

    private static final int BUYERS = 200_000;
    private static final double TOO_MANY_PACKS = 40;

    private final EventSender sender;
    private final int rate;
    private final ChangeLog log;
    private final Thread thread = new Thread(this::run, "purchases");
    private volatile boolean stopped;

    Purchases(String bootstrapServers, int rate, ChangeLog log) {
        this.sender = new EventSender(EventStream.ofTopic("sales"), bootstrapServers);
        this.rate = rate;
        this.log = log;
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    private void run() {
        long interval = TimeUnit.SECONDS.toNanos(1) / rate;
        int each = Math.max(1, rate / VIOLATING_PER_SECOND);
        long start = System.nanoTime();
        for (long number = 0; !stopped; number++) {
            long due = start + number * interval;
            Pacing.await(due);
            send(number, number % each == 0);
        }
        sender.flush();
    }

    private void send(long number, boolean violating) {
        String id = "line-" + number;
        SaleEvent sale = SaleEvent.newBuilder()
                .setSaleLineId(id)
                .setEventTime(Instant.now())
                .setBuyerIdHash(violating ? "violating-" + number : "buyer-" + number % BUYERS)
                .setStoreId("store")
                .setQtyPacks(violating ? TOO_MANY_PACKS : 1.0)
                .build();
        if (violating) {
            log.sent(id, System.nanoTime());
        }
        sender.send(sale.getBuyerIdHash(), SingleObject.encode(sale));
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        sender.close();
    }
}
