package io.zhiwei.console.audit;

import io.zhiwei.console.kafka.TopicTail;
import io.zhiwei.schemas.AuditChain;
import io.zhiwei.schemas.AuditEntry;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Verifies the topic as {@code ./zhiwei audit verify} does. The first call reads all of it, later ones what was added since. */
public final class KafkaAuditCheck implements AuditCheck {

    private static final String TOPIC = "audit";
    private static final int MOST_PROBLEMS = 10;

    private final String bootstrapServers;
    private final AuditChain chain = new AuditChain();
    private final MessageReader<AuditEntry> reader = MessageReader.specific(AuditEntry.getClassSchema());
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private long entries;
    private @Nullable Instant latest;

    /** Names the servers; nothing is read before it is asked for. */
    public KafkaAuditCheck(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public synchronized Verdict check() {
        TopicTail.readOn(bootstrapServers, TOPIC, reached, this::verify);
        return new Verdict(entries, latest, List.copyOf(problems));
    }

    private void verify(byte[] message) {
        try {
            AuditEntry entry = reader.read(message);
            entries++;
            latest = entry.getAt();
            chain.accept(entry).ifPresent(what -> problem("chain " + entry.getChain() + ": " + what));
        } catch (RefusedMessageException e) {
            problem("a message is no entry: " + e.getMessage());
        }
    }

    private void problem(String what) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(what);
        }
    }
}
