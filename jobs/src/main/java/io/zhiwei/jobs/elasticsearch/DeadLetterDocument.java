package io.zhiwei.jobs.elasticsearch;

import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.SingleObject;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;

/**
 * The document of a dead letter, without the message itself: that may hold anything, and stays on the topic. A replay
 * writes the same id again and changes nothing.
 */
public final class DeadLetterDocument implements ElementConverter<DeadLetter, DocumentWrite> {

    /** Index of the dead letters. */
    public static final String INDEX = "zhiwei-dead-letters";

    /** Field of a dead letter that is not indexed. */
    static final String PAYLOAD = "payload";

    private static final long serialVersionUID = 1L;
    private static final long ONLY_VERSION = 1;

    @Override
    public DocumentWrite apply(DeadLetter letter, SinkWriter.Context context) {
        return of(letter);
    }

    static DocumentWrite of(DeadLetter letter) {
        return new DocumentWrite(INDEX, id(letter), ONLY_VERSION, AvroJson.document(letter, Set.of(PAYLOAD)));
    }

    /** Returns the id of a dead letter: the position of its message, or a hash where there is none. */
    public static String id(DeadLetter letter) {
        return letter.getOffset() < 0
                ? UUID.nameUUIDFromBytes(SingleObject.encode(letter)).toString()
                : letter.getTopic() + "-" + letter.getPartition() + "-" + letter.getOffset() + "-" + letter.getStage();
    }
}
