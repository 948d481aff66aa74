package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.RegistryRecord;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Tells Flink how reference data travels: as the message that it is, after a byte that says which. */
public final class ReferenceType extends OwnType<Reference> {

    /** The only one. */
    public static final ReferenceType INSTANCE = new ReferenceType();

    private static final long serialVersionUID = 1L;

    private ReferenceType() {
        super(Reference.class);
    }

    @Override
    public TypeSerializer<Reference> createSerializer(SerializerConfig config) {
        return new Serializer();
    }

    /** It travels only; no state keeps it. */
    static final class Serializer extends ImmutableSerializer<Reference> {

        private static final long serialVersionUID = 1L;
        private static final int RECORD = 0;
        private static final int UPDATE = 1;

        private final MessageSerializer<RegistryRecord> records = new MessageSerializer<>(RegistryRecord.class);
        private final MessageSerializer<ModelUpdate> updates = new MessageSerializer<>(ModelUpdate.class);

        @Override
        public void serialize(Reference reference, DataOutputView out) throws IOException {
            if (reference.message() instanceof RegistryRecord record) {
                out.writeByte(RECORD);
                records.serialize(record, out);
            } else {
                out.writeByte(UPDATE);
                updates.serialize((ModelUpdate) reference.message(), out);
            }
        }

        @Override
        public Reference deserialize(DataInputView in) throws IOException {
            return in.readByte() == RECORD
                    ? Reference.of(records.deserialize(in))
                    : Reference.of(updates.deserialize(in));
        }

        @Override
        public TypeSerializer<Reference> duplicate() {
            return new Serializer();
        }

        @Override
        public TypeSerializerSnapshot<Reference> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** Nothing to remember: the messages say it themselves. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Reference> {
        /** Called by Flink. */
        public Snapshot() {
            super(Serializer::new);
        }
    }
}
