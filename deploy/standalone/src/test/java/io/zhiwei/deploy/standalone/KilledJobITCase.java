package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhiwei.schemas.EventStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job, killed in the middle of a run and started again, twice. */
class KilledJobITCase {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void saysWhatItWouldHaveSaidUndisturbed() throws Exception {
        List<GenericRecord> events = Stand.advertisements(folder).events();
        int third = events.size() / 3;
        Stand.assertBears(folder, stand -> {
            try (EventSender sender = new EventSender(EventStream.ADVERTISEMENTS, stand.bootstrapServers());
                    AlertFeed feed = new AlertFeed(stand.bootstrapServers(), (before, now) -> {})) {
                send(sender, events.subList(0, third));
                await().atMost(Stand.PATIENCE).until(() -> stand.offsets().committed() > 0);
                feed.readToEnd();
                send(sender, events.subList(third, 2 * third));
                killInTheMiddle(stand, feed);
                send(sender, events.subList(2 * third, events.size()));
                killInTheMiddle(stand, feed);
            }
        });
    }

    private static void send(EventSender sender, List<GenericRecord> events) {
        events.forEach(sender::send);
        sender.flush();
    }

    /** Kills as soon as an alert has come that was not there, with events read that no checkpoint has behind it. */
    private static void killInTheMiddle(Stand stand, AlertFeed feed) throws Exception {
        int known = feed.alerts().size();
        await().atMost(Stand.PATIENCE).until(() -> {
            feed.poll();
            return feed.alerts().size() > known;
        });
        Cluster.Offsets offsets = stand.offsets();
        assertThat(offsets.committed()).isLessThan(offsets.end());
        stand.servers().killJob();
        stand.startJob();
        feed.readToEnd();
    }
}
