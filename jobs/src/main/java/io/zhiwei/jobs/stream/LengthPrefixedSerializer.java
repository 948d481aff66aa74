package io.zhiwei.jobs.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a record as its length and one block of bytes, so that it can be copied without being read. */
public abstract class LengthPrefixedSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1L;

    /** Writes the first bytes of an array. */
    protected static void write(byte[] bytes, int length, DataOutputView out) throws IOException {
        out.writeInt(length);
        out.write(bytes, 0, length);
    }

    /** Reads what {@link #write} wrote. */
    protected static byte[] read(DataInputView in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    @Override
    public final T deserialize(T reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public final void copy(DataInputView in, DataOutputView out) throws IOException {
        // Not out.write(in, length): Flink's growing buffer does not grow for it.
        byte[] bytes = read(in);
        write(bytes, bytes.length, out);
    }

    @Override
    public final T copy(T record, T reuse) {
        return copy(record);
    }

    @Override
    public final int getLength() {
        return -1;
    }
}
