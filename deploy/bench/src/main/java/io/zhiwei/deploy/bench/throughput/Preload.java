package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.deploy.bench.events.AdvertisementGenerator;
import io.zhiwei.deploy.standalone.EventSender;
import io.zhiwei.schemas.Advertisement;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.SingleObject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Fills the topic of advertisements before anything is measured: one event every ten milliseconds of event time, up to an
 * hour ago.
 */
final class Preload {

    private static final Duration STEP = Duration.ofMillis(10);
    private static final Duration UNTIL = Duration.ofHours(1);
    private static final long SHOWN_EVERY = 1_000_000;

    private final long events;
    private final Consumer<String> progress;

    Preload(long events, Consumer<String> progress) {
        this.events = events;
        this.progress = progress;
    }

    /** Sends the events and returns how many bytes one has on average. */
    double into(String bootstrapServers, AdvertisementGenerator generator) {
        Instant time = Instant.now().minus(UNTIL).minus(STEP.multipliedBy(events));
        long bytes = 0;
        try (EventSender sender = new EventSender(EventStream.ADVERTISEMENTS, bootstrapServers)) {
            for (long i = 0; i < events; i++) {
                time = time.plus(STEP);
                Advertisement event = generator.next(time).advertisement();
                byte[] message = SingleObject.encode(event);
                sender.send(String.valueOf(event.getAdvertiserUscc()), message);
                bytes += message.length;
                if ((i + 1) % SHOWN_EVERY == 0) {
                    progress.accept("preloaded " + (i + 1) / SHOWN_EVERY + " of " + events / SHOWN_EVERY + " M events");
                }
            }
            sender.flush();
        }
        return (double) bytes / events;
    }
}
