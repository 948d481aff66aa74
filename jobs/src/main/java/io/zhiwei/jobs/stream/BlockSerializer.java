package io.zhiwei.jobs.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Gathers what another serializer writes of a record, and writes it at once. Not thread-safe. */
final class BlockSerializer<T> extends LengthPrefixedSerializer<T> {

    private static final long serialVersionUID = 1L;
    private static final int CAPACITY = 1024;

    private final TypeSerializer<T> inner;
    private transient @Nullable DataOutputSerializer block;

    BlockSerializer(TypeSerializer<T> inner) {
        this.inner = inner;
    }

    @Override
    public void serialize(T record, DataOutputView target) throws IOException {
        DataOutputSerializer buffer = buffer();
        inner.serialize(record, buffer);
        write(buffer.getSharedBuffer(), buffer.length(), target);
    }

    private DataOutputSerializer buffer() {
        DataOutputSerializer buffer = block == null ? new DataOutputSerializer(CAPACITY) : block;
        buffer.clear();
        block = buffer;
        return buffer;
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return inner.deserialize(new DataInputDeserializer(read(source)));
    }

    @Override
    public T copy(T from) {
        return inner.copy(from);
    }

    @Override
    public boolean isImmutableType() {
        return inner.isImmutableType();
    }

    @Override
    public T createInstance() {
        return inner.createInstance();
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return new BlockSerializer<>(inner.duplicate());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BlockSerializer<?> block && block.inner.equals(inner);
    }

    @Override
    public int hashCode() {
        return inner.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new Snapshot<>(this);
    }

    /** Whether blocks of a checkpoint can be read is up to the serializer inside. */
    public static final class Snapshot<T> extends CompositeTypeSerializerSnapshot<T, BlockSerializer<T>> {

        private static final int VERSION = 1;

        /** Flink makes one, to read it. */
        public Snapshot() {}

        Snapshot(BlockSerializer<T> serializer) {
            super(serializer);
        }

        @Override
        protected int getCurrentOuterSnapshotVersion() {
            return VERSION;
        }

        @Override
        protected TypeSerializer<?>[] getNestedSerializers(BlockSerializer<T> outer) {
            return new TypeSerializer<?>[] {outer.inner};
        }

        @Override
        @SuppressWarnings("unchecked") // The one that getNestedSerializers gave.
        protected BlockSerializer<T> createOuterSerializerWithNestedSerializers(TypeSerializer<?>[] nested) {
            return new BlockSerializer<>((TypeSerializer<T>) nested[0]);
        }
    }
}
