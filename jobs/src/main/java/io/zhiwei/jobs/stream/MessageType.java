package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.RegistryRecord;
import io.zhiwei.schemas.Signal;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Tells Flink how a generated Avro class travels.
 *
 * @param <T> the class
 */
public final class MessageType<T extends SpecificRecordBase> extends OwnType<T> {

    private static final long serialVersionUID = 1L;

    /** Alerts. */
    public static final MessageType<Alert> ALERT = new MessageType<>(Alert.class);

    /** Signals. */
    public static final MessageType<Signal> SIGNAL = new MessageType<>(Signal.class);

    /** Dead letters. */
    public static final MessageType<DeadLetter> DEAD_LETTER = new MessageType<>(DeadLetter.class);

    /** Registry records. */
    public static final MessageType<RegistryRecord> REGISTRY_RECORD = new MessageType<>(RegistryRecord.class);

    /** What the job says to a model update. */
    public static final MessageType<ModelReply> MODEL_REPLY = new MessageType<>(ModelReply.class);

    /** What people decided about alerts. */
    public static final MessageType<Disposition> DISPOSITION = new MessageType<>(Disposition.class);

    private MessageType(Class<T> type) {
        super(type);
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new MessageSerializer<>(getTypeClass());
    }
}
