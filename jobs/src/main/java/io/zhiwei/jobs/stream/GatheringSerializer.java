package io.zhiwei.jobs.stream;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is written of a record in one block, and writes it at once. The records are never changed once they are made, so none is
 * copied. Not thread-safe.
 */
public abstract class GatheringSerializer<T> extends LengthPrefixedSerializer<T> {

    private static final long serialVersionUID = 1L;
    private static final int CAPACITY = 1024;

    private transient @Nullable DataOutputSerializer block;

    /** Writes a record. */
    protected abstract void gather(T record, DataOutputSerializer block) throws IOException;

    /** Reads what {@link #gather} wrote. */
    protected abstract T read(DataInputDeserializer block) throws IOException;

    @Override
    public final void serialize(T record, DataOutputView target) throws IOException {
        DataOutputSerializer buffer = block == null ? new DataOutputSerializer(CAPACITY) : block;
        block = buffer;
        buffer.clear();
        gather(record, buffer);
        write(buffer.getSharedBuffer(), buffer.length(), target);
    }

    @Override
    public final T deserialize(DataInputView source) throws IOException {
        return read(new DataInputDeserializer(read(source)));
    }

    @Override
    public final T copy(T from) {
        return from;
    }

    @Override
    public final boolean isImmutableType() {
        return true;
    }
}
