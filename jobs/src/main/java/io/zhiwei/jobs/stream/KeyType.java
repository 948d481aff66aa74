package io.zhiwei.jobs.stream;

import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * A text by which a stream is keyed, written as Flink writes texts, but in one piece: a checkpoint writes the key of every state and of
 * every timer. Reads what was kept while the key was one of Flink's own texts.
 */
public final class KeyType extends OwnType<String> {

    private static final long serialVersionUID = 1L;

    /** The only one. */
    public static final KeyType INSTANCE = new KeyType();

    private KeyType() {
        super(String.class);
    }

    @Override
    public boolean isKeyType() {
        return true;
    }

    @Override
    public TypeSerializer<String> createSerializer(SerializerConfig config) {
        return new Serializer();
    }

    /** Not thread-safe. */
    static final class Serializer extends ImmutableSerializer<String> {

        private static final long serialVersionUID = 1L;
        private static final int CAPACITY = 128;

        private transient @Nullable DataOutputSerializer block;

        @Override
        public void serialize(String text, DataOutputView target) throws IOException {
            DataOutputSerializer buffer = block == null ? new DataOutputSerializer(CAPACITY) : block;
            block = buffer;
            buffer.clear();
            StringSerializer.INSTANCE.serialize(text, buffer);
            target.write(buffer.getSharedBuffer(), 0, buffer.length());
        }

        @Override
        public String deserialize(DataInputView source) throws IOException {
            return StringSerializer.INSTANCE.deserialize(source);
        }

        @Override
        public String createInstance() {
            return "";
        }

        @Override
        public TypeSerializer<String> duplicate() {
            return new Serializer();
        }

        @Override
        public TypeSerializerSnapshot<String> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** The bytes are those of Flink's own texts. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<String> {

        /** Called by Flink. */
        public Snapshot() {
            super(Serializer::new);
        }

        @Override
        public TypeSerializerSchemaCompatibility<String> resolveSchemaCompatibility(
                TypeSerializerSnapshot<String> before) {
            return before instanceof StringSerializer.StringSerializerSnapshot
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : super.resolveSchemaCompatibility(before);
        }
    }
}
