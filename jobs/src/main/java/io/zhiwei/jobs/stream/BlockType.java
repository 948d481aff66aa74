package io.zhiwei.jobs.stream;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * A record type that is written as one block. Flink's own serializers write a text byte by byte; into the stream of a
 * checkpoint each of these bytes is a call through several layers, which took as much processor time as the screening. The records are never changed once they are made, so none is copied either.
 */
public final class BlockType<T> extends OwnType<T> {

    private static final long serialVersionUID = 1L;

    private final TypeInformation<T> record;

    private BlockType(TypeInformation<T> record) {
        super(record.getTypeClass());
        this.record = record;
    }

    /** Returns the type of a class that Flink can take apart field by field. */
    public static <T> BlockType<T> of(Class<T> type) {
        return new BlockType<>(TypeInformation.of(type));
    }

    /** Returns the type of a class of which it was said how its fields travel. */
    public static <T> BlockType<T> of(TypeInformation<T> record) {
        return new BlockType<>(record);
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new BlockSerializer<>(record.createSerializer(config));
    }
}
