package io.zhiwei.deploy.bench.latency;

import io.zhiwei.deploy.bench.Pacing;
import io.zhiwei.deploy.bench.events.AdvertisementGenerator;
import io.zhiwei.deploy.standalone.EventSender;
import io.zhiwei.schemas.Advertisement;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Sends advertisements at a fixed rate. An event counts from when it was due, not from when it was sent, so that a sender
 * that is held up does not hide the delay.
 */
final class PacedSender implements Runnable {

    private final EventSender sender;
    private final AdvertisementGenerator generator;
    private final LatencyLog log;
    private final long interval;
    private volatile boolean stopped;
    private volatile long latest;
    private volatile long count;

    PacedSender(EventSender sender, AdvertisementGenerator generator, LatencyLog log, int rate) {
        this.sender = sender;
        this.generator = generator;
        this.log = log;
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        for (long number = 0; !stopped; number++) {
            long due = start + number * interval;
            Pacing.await(due);
            Advertisement event = generator.next(Instant.now()).advertisement();
            log.sent(event.getAdId(), due);
            sender.send(event);
            latest = Math.max(latest, System.nanoTime() - due);
            count = number + 1;
        }
        sender.flush();
    }

    /** Forgets how late events were sent so far. */
    void forgetLateness() {
        latest = 0;
    }

    /** Returns how late an event was sent at most, nanoseconds. */
    long latest() {
        return latest;
    }

    /** Returns the number of events sent. */
    long count() {
        return count;
    }

    void stop() {
        stopped = true;
    }
}
