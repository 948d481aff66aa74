package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The topic of dead letters, each once, though a replay after a crash writes some of them again. For one thread. */
public final class DeadLetterFeed implements AutoCloseable {

    private final TopicReader topic;
    private final MessageReader<DeadLetter> reader = MessageReader.specific(DeadLetter.getClassSchema());
    private final Map<String, DeadLetter> letters = new TreeMap<>();

    /** Connects to Kafka and reads from the beginning. */
    public DeadLetterFeed(String bootstrapServers) {
        this.topic = new TopicReader(bootstrapServers, "dead-letters");
    }

    /** Reads everything that is in the topic now. */
    public void readToEnd() {
        topic.readToEnd(this::take);
    }

    /** Returns the letters, by where their messages came from. */
    public List<DeadLetter> letters() {
        return List.copyOf(letters.values());
    }

    private void take(byte[] message) {
        try {
            DeadLetter letter = reader.read(message);
            letters.put(identity(letter), letter);
        } catch (RefusedMessageException e) {
            throw new IllegalStateException("The topic of dead letters holds something else: " + e.getMessage(), e);
        }
    }

    /** Without a position, as for a document that the index refused, the sentence tells letters apart. */
    private static String identity(DeadLetter letter) {
        return String.join(
                "|",
                letter.getTopic(),
                Integer.toString(letter.getPartition()),
                Long.toString(letter.getOffset()),
                letter.getStage(),
                letter.getOffset() < 0 ? letter.getMessage() : "");
    }

    @Override
    public void close() {
        topic.close();
    }
}
