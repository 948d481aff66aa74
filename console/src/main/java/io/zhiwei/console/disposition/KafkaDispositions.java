package io.zhiwei.console.disposition;

import io.zhiwei.console.kafka.TopicTail;
import io.zhiwei.console.kafka.TopicWriter;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.SingleObject;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decisions on the topic {@code dispositions}, key = alert id. Also reads what other consoles append. */
public final class KafkaDispositions implements DispositionLog, AutoCloseable {

    /** Name of the topic. */
    public static final String TOPIC = "dispositions";

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaDispositions.class);

    private final TopicWriter writer;
    private final TopicTail tail;
    private final KnownDispositions known = new KnownDispositions();
    private final MessageReader<Disposition> reader = MessageReader.specific(Disposition.getClassSchema());

    /** Connects to Kafka; what the topic holds already is read in the background. */
    public KafkaDispositions(String bootstrapServers) {
        this.writer = new TopicWriter(bootstrapServers, TOPIC);
        this.tail = new TopicTail(bootstrapServers, TOPIC, TopicTail.From.BEGINNING, this::read);
        tail.start();
    }

    @Override
    public void append(Disposition disposition) {
        writer.append(disposition.getAlertId(), SingleObject.encode(disposition));
        known.add(disposition);
    }

    @Override
    public List<Disposition> of(String alertId) {
        return known.of(alertId);
    }

    @Override
    public List<Disposition> all() {
        return known.all();
    }

    private void read(byte[] message) {
        try {
            known.add(reader.read(message));
        } catch (RefusedMessageException e) {
            LOGGER.atWarn()
                    .addKeyValue("topic", TOPIC)
                    .addKeyValue("reason", e.getMessage())
                    .log("A message is no disposition");
        }
    }

    @Override
    public void close() {
        tail.close();
        writer.close();
    }
}
