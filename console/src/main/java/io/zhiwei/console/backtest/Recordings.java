package io.zhiwei.console.backtest;

import io.zhiwei.models.trial.RecordedEvents;
import java.util.Set;

/** Where recorded events are read. */
@FunctionalInterface
public interface Recordings {

    /**
     * Opens the topics as they stand now.
     *
     * @throws io.zhiwei.console.alert.AlertIndex.UnavailableException if they cannot be reached
     */
    Recording open(Set<String> topics);

    /**
     * Logs that are read once.
     *
     * @param logs the logs; reading throws {@link io.zhiwei.console.alert.AlertIndex.UnavailableException} while they
     *     cannot be reached
     * @param total how many messages there are, at most
     * @param end gives back what was opened
     */
    record Recording(RecordedEvents.Logs logs, long total, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }
}
