package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.SingleObject;
import java.io.IOException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/**
 * Writes a generated Avro record as a single-object message, so that a later release reads what an earlier one kept.
 *
 * @param <T> the class
 */
final class MessageSerializer<T extends SpecificRecordBase> extends LengthPrefixedSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private transient @Nullable MessageReader<T> reader;

    MessageSerializer(Class<T> type) {
        this.type = type;
    }

    @Override
    public void serialize(T message, DataOutputView out) throws IOException {
        byte[] bytes = SingleObject.encode(message);
        write(bytes, bytes.length, out);
    }

    @Override
    public T deserialize(DataInputView in) throws IOException {
        byte[] bytes = read(in);
        try {
            return reader().read(bytes);
        } catch (RefusedMessageException e) {
            throw new IOException("A kept " + type.getSimpleName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private MessageReader<T> reader() {
        MessageReader<T> known = reader;
        if (known == null) {
            known = MessageReader.specific(SpecificData.get().getSchema(type));
            reader = known;
        }
        return known;
    }

    @Override
    public T copy(T message) {
        return SpecificData.get().deepCopy(message.getSchema(), message);
    }

    @Override
    public T createInstance() {
        return InstantiationUtil.instantiate(type);
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return new MessageSerializer<>(type);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageSerializer<?> same && same.type == type;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new Snapshot<>(type);
    }

    /** What a savepoint remembers of this serializer: the class; its schema is in every message. */
    public static final class Snapshot<T extends SpecificRecordBase> implements TypeSerializerSnapshot<T> {

        private static final int VERSION = 1;

        private @Nullable Class<T> type;

        /** Called by Flink before it reads. */
        public Snapshot() {}

        Snapshot(Class<T> type) {
            this.type = type;
        }

        @Override
        public int getCurrentVersion() {
            return VERSION;
        }

        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            out.writeUTF(type().getName());
        }

        @Override
        public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
            type = InstantiationUtil.resolveClassByName(in, loader);
        }

        @Override
        public TypeSerializer<T> restoreSerializer() {
            return new MessageSerializer<>(type());
        }

        @Override
        public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
            return old instanceof Snapshot<T> same && same.type() == type()
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }

        private Class<T> type() {
            Class<T> known = type;
            if (known == null) {
                throw new IllegalStateException("The snapshot of a message serializer was used before it was read");
            }
            return known;
        }
    }
}
