package io.zhiwei.jobs.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** Gathers what another serializer writes of a record. Not thread-safe. */
final class BlockSerializer<T> extends GatheringSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final TypeSerializer<T> inner;

    BlockSerializer(TypeSerializer<T> inner) {
        this.inner = inner;
    }

    @Override
    protected void gather(T record, DataOutputSerializer block) throws IOException {
        inner.serialize(record, block);
    }

    @Override
    protected T read(DataInputDeserializer block) throws IOException {
        return inner.deserialize(block);
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
