package io.zhiwei.console.audit;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.kafka.KafkaPulse;
import io.zhiwei.console.kafka.TopicTail;
import io.zhiwei.console.kafka.TopicWriter;
import io.zhiwei.schemas.AuditChain;
import io.zhiwei.schemas.AuditEntry;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.SingleObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** This console's chain of entries. Where it ends is read from the topic, at the start and after every doubt. */
public final class KafkaAudit implements AuditLog, AutoCloseable {

    private static final String TOPIC = "audit";
    private static final String FILE = "audit-chain";

    private final String bootstrapServers;
    private final KafkaPulse pulse;
    private final String chain;
    private final Clock clock;
    private final TopicWriter writer;
    private final MessageReader<AuditEntry> reader = MessageReader.specific(AuditEntry.getClassSchema());

    private @Nullable AuditEntry last;
    private boolean known;

    /**
     * Connects to Kafka.
     *
     * @param pulse whether it answers
     * @param folder the console's folder, which keeps the name of its chain
     */
    public KafkaAudit(String bootstrapServers, KafkaPulse pulse, Path folder, Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.pulse = pulse;
        this.chain = name(folder);
        this.clock = clock;
        this.writer = new TopicWriter(bootstrapServers, TOPIC);
    }

    private static String name(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or written", e);
        }
    }

    @Override
    public void append(String who, String action, String object, String detail) {
        if (!pulse.beats()) {
            throw new UnavailableException("Kafka does not answer", new IllegalStateException("no pulse"));
        }
        link(who, action, object, detail);
    }

    private synchronized void link(String who, String action, String object, String detail) {
        if (!known) {
            last = null;
            TopicTail.readToEnd(bootstrapServers, TOPIC, this::keepLast);
            known = true;
        }
        AuditEntry entry = AuditChain.link(
                AuditEntry.newBuilder()
                        .setChain(chain)
                        .setNumber(0)
                        .setPrevious("")
                        .setHash("")
                        .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .setWho(who)
                        .setAction(action)
                        .setObject(object)
                        .setDetail(detail),
                last);
        try {
            writer.append(chain, SingleObject.encode(entry));
            last = entry;
        } catch (UnavailableException e) {
            // It may be there all the same.
            known = false;
            throw e;
        }
    }

    private void keepLast(byte[] message) {
        try {
            AuditEntry entry = reader.read(message);
            if (entry.getChain().equals(chain)) {
                last = entry;
            }
        } catch (RefusedMessageException e) {
            // Not an entry; the command that verifies the topic says so.
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
