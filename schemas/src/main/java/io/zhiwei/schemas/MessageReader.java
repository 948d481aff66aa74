package io.zhiwei.schemas;

import io.zhiwei.schemas.BodyDecoder.MalformedTextException;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads single-object messages of any known writer version into records of the current schema. Bad bytes end in an
 * {@link RefusedMessageException} and in nothing else. Not thread-safe: one per thread.
 *
 * @param <T> kind of record
 */
@NullMarked
public final class MessageReader<T extends IndexedRecord> {

    private final Schema current;
    private final SchemaStore store;
    private final BiFunction<Schema, Schema, DatumReader<T>> factory;
    private final Map<Long, DatumReader<T>> readers = new HashMap<>();
    private final BodyDecoder decoder = new BodyDecoder();
    private long lastFingerprint;
    private @Nullable DatumReader<T> lastReader;

    private MessageReader(Schema current, BiFunction<Schema, Schema, DatumReader<T>> factory) {
        this.current = current;
        this.store = SchemaStore.known();
        this.factory = factory;
    }

    /** Returns a reader of generic records with {@code String} text. */
    public static MessageReader<IndexedRecord> generic(Schema current) {
        return new MessageReader<>(current, GenericDatumReader::new);
    }

    /** Returns a reader of a generated class. */
    public static <T extends SpecificRecord & IndexedRecord> MessageReader<T> specific(Schema current) {
        return new MessageReader<>(current, SpecificDatumReader::new);
    }

    /**
     * Reads a message.
     *
     * @throws RefusedMessageException if it is not a complete message of a known schema
     */
    public T read(byte[] message) throws RefusedMessageException {
        DatumReader<T> reader = reader(fingerprint(message));
        decoder.reset(message, SingleObject.HEADER_LENGTH);
        T result = readBody(reader);
        if (decoder.remaining() > 0) {
            throw new RefusedMessageException(
                    DeadLetterReason.MALFORMED,
                    decoder.remaining() + " bytes follow the record: send one record a message");
        }
        return result;
    }

    private long fingerprint(byte[] message) throws RefusedMessageException {
        if (message.length == 0) {
            throw new RefusedMessageException(DeadLetterReason.EMPTY, "The message is empty: send a record");
        }
        if (!SingleObject.isFramed(message)) {
            throw new RefusedMessageException(
                    DeadLetterReason.NOT_SINGLE_OBJECT,
                    "The message does not begin with C3 01 and a fingerprint: use Avro's single-object encoding");
        }
        return SingleObject.fingerprintOf(message);
    }

    private DatumReader<T> reader(long fingerprint) throws RefusedMessageException {
        DatumReader<T> last = lastReader;
        if (last != null && fingerprint == lastFingerprint) {
            return last;
        }
        DatumReader<T> reader = readers.get(fingerprint);
        if (reader == null) {
            reader = factory.apply(writer(fingerprint), current);
            readers.put(fingerprint, reader);
        }
        lastFingerprint = fingerprint;
        lastReader = reader;
        return reader;
    }

    private Schema writer(long fingerprint) throws RefusedMessageException {
        Schema writer = store.find(fingerprint);
        if (writer == null) {
            throw new RefusedMessageException(
                    DeadLetterReason.UNKNOWN_FINGERPRINT,
                    String.format(
                            "No released schema has the fingerprint %016x: release the writer's schema first",
                            fingerprint));
        }
        if (SchemaCompatibility.checkReaderWriterCompatibility(current, writer).getType()
                != SchemaCompatibilityType.COMPATIBLE) {
            throw new RefusedMessageException(
                    DeadLetterReason.UNKNOWN_FINGERPRINT,
                    "The message is of type " + writer.getName() + ", this topic carries " + current.getName());
        }
        return writer;
    }

    /** Avro reports bad bytes by several unchecked exceptions of its own and of the JDK, hence the wide catch. */
    private T readBody(DatumReader<T> reader) throws RefusedMessageException {
        try {
            @Nullable T fresh = null;
            return reader.read(fresh, decoder);
        } catch (EOFException e) {
            throw new RefusedMessageException(
                    DeadLetterReason.TRUNCATED, "The message is cut short: " + e.getMessage());
        } catch (MalformedTextException e) {
            throw new RefusedMessageException(
                    DeadLetterReason.INVALID_TEXT, "The " + e.getMessage() + ": send well-formed UTF-8");
        } catch (IOException | RuntimeException e) {
            throw new RefusedMessageException(
                    DeadLetterReason.MALFORMED, "The body does not fit its schema: " + e.getMessage());
        }
    }
}
