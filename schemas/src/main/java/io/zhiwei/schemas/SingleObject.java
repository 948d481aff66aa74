package io.zhiwei.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Avro's single-object encoding: the two bytes C3 01, the CRC-64-AVRO fingerprint of the writer's schema in little
 * endian, then the body.
 */
@NullMarked
public final class SingleObject {

    /** Number of bytes before the body. */
    public static final int HEADER_LENGTH = 10;

    private static final byte MARK_1 = (byte) 0xC3;
    private static final byte MARK_2 = 0x01;
    private static final int INITIAL_SIZE = 512;
    private static final Map<Schema, Framing> FRAMINGS = new ConcurrentHashMap<>();
    /** Comparing two long schemas costs more than writing an event, so each thread knows the last ones by identity. */
    private static final ThreadLocal<Map<Schema, Framing>> KNOWN = ThreadLocal.withInitial(IdentityHashMap::new);

    private static final int MOST_KNOWN = 256;

    private SingleObject() {}

    /** What all messages of a schema have in common. */
    private static final class Framing {
        private final Schema schema;
        private final long fingerprint;
        private final byte[] header;
        private final DatumWriter<IndexedRecord> generic;
        private volatile @Nullable DatumWriter<IndexedRecord> specific;

        Framing(Schema schema) {
            this.schema = schema;
            this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
            this.header = header(fingerprint);
            this.generic = new GenericDatumWriter<>(schema);
        }

        DatumWriter<IndexedRecord> writer(IndexedRecord avroRecord) {
            if (!(avroRecord instanceof SpecificRecord)) {
                return generic;
            }
            DatumWriter<IndexedRecord> known = specific;
            if (known == null) {
                known = new SpecificDatumWriter<>(schema);
                specific = known;
            }
            return known;
        }
    }

    private static Framing framing(Schema schema) {
        Map<Schema, Framing> known = KNOWN.get();
        Framing framing = known.get(schema);
        if (framing == null) {
            framing = FRAMINGS.computeIfAbsent(schema, Framing::new);
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(schema, framing);
        }
        return framing;
    }

    /** Returns the framed message of a record; the record's own schema is the writer's. */
    public static byte[] encode(IndexedRecord avroRecord) {
        Framing framing = framing(avroRecord.getSchema());
        ByteArrayOutputStream out = new ByteArrayOutputStream(INITIAL_SIZE);
        out.writeBytes(framing.header);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            framing.writer(avroRecord).write(avroRecord, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /** Returns the CRC-64-AVRO fingerprint of a schema's canonical form. */
    public static long fingerprint(Schema schema) {
        return framing(schema).fingerprint;
    }

    /** Returns whether a message is long enough for a header and begins with the marker. */
    public static boolean isFramed(byte[] message) {
        return message.length >= HEADER_LENGTH && message[0] == MARK_1 && message[1] == MARK_2;
    }

    /** Returns the fingerprint that a framed message carries. */
    public static long fingerprintOf(byte[] message) {
        return ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    }

    private static byte[] header(long fingerprint) {
        return ByteBuffer.allocate(HEADER_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARK_1)
                .put(MARK_2)
                .putLong(fingerprint)
                .array();
    }
}
