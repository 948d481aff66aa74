package io.zhiwei.console.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that goes round with a consumer, and begins with a new one when a server was away, until it is closed. */
public final class TopicLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(TopicLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<KafkaConsumer<byte[], byte[]>> opening;
    private final Round round;
    private final Thread thread;
    private volatile boolean closed;

    /** What is done again and again with a consumer; after a failure it is closed and another one takes its place. */
    @FunctionalInterface
    public interface Round {
        /**
         * Waits a little for messages and does something with them.
         *
         * @throws IOException if a server does not answer that is not Kafka
         */
        void go(KafkaConsumer<byte[], byte[]> consumer) throws IOException;
    }

    /**
     * Makes a loop; {@link #start} begins it.
     *
     * @param name name of the thread, which the log shows too
     * @param opening makes a consumer and lets it begin where it should
     */
    public TopicLoop(String name, Supplier<KafkaConsumer<byte[], byte[]>> opening, Round round) {
        this.opening = opening;
        this.round = round;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Begins and returns at once. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (KafkaConsumer<byte[], byte[]> consumer = opening.get()) {
                while (!closed) {
                    round.go(consumer);
                }
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (KafkaException | IOException e) {
                LOGGER.atWarn()
                        .addKeyValue("loop", thread.getName())
                        .addKeyValue("reason", e.getMessage())
                        .log("A server does not answer, trying again");
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
