package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.GatheringSerializer;
import io.zhiwei.jobs.stream.OwnType;
import io.zhiwei.models.keyed.EntityFormat;
import io.zhiwei.models.keyed.Pane;
import io.zhiwei.models.keyed.Visit;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells Flink how visits travel and panes are kept: compact, because there are hundreds of millions of them. What they hold is never
 * changed, so none is copied.
 *
 * @param <T> what travels
 */
final class EntityType<T> extends OwnType<T> {

    private static final long serialVersionUID = 1L;

    /** Visits to entities. */
    static final EntityType<Visit> VISIT = new EntityType<>(Visit.class, new VisitSerializer());

    /** Panes of entities. */
    static final EntityType<Pane> PANE = new EntityType<>(Pane.class, new PaneSerializer());

    private final Serializer<T> serializer;

    private EntityType(Class<T> type, Serializer<T> serializer) {
        super(type);
        this.serializer = serializer;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return serializer.duplicate();
    }

    /** What both have in common. */
    abstract static class Serializer<T> extends GatheringSerializer<T> {

        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("NullAway") // Flink asks for null where there is no default.
        public final T createInstance() {
            return null;
        }

        @Override
        public final boolean equals(@Nullable Object other) {
            return other != null && other.getClass() == getClass();
        }

        @Override
        public final int hashCode() {
            return getClass().hashCode();
        }
    }

    static final class VisitSerializer extends Serializer<Visit> {

        private static final long serialVersionUID = 1L;

        @Override
        protected void gather(Visit visit, DataOutputSerializer out) throws IOException {
            EntityFormat.write(visit, out);
        }

        @Override
        protected Visit read(DataInputDeserializer in) throws IOException {
            return EntityFormat.readVisit(in);
        }

        @Override
        public TypeSerializer<Visit> duplicate() {
            return new VisitSerializer();
        }

        @Override
        public TypeSerializerSnapshot<Visit> snapshotConfiguration() {
            return new VisitSnapshot();
        }
    }

    static final class PaneSerializer extends Serializer<Pane> {

        private static final long serialVersionUID = 1L;

        @Override
        protected void gather(Pane pane, DataOutputSerializer out) throws IOException {
            EntityFormat.write(pane, out);
        }

        @Override
        protected Pane read(DataInputDeserializer in) throws IOException {
            return EntityFormat.readPane(in);
        }

        @Override
        public TypeSerializer<Pane> duplicate() {
            return new PaneSerializer();
        }

        @Override
        public TypeSerializerSnapshot<Pane> snapshotConfiguration() {
            return new PaneSnapshot();
        }
    }

    /** Nothing to remember: what was written says its format. */
    public static final class VisitSnapshot extends SimpleTypeSerializerSnapshot<Visit> {
        /** Called by Flink. */
        public VisitSnapshot() {
            super(VisitSerializer::new);
        }
    }

    /** Nothing to remember: what was written says its format. */
    public static final class PaneSnapshot extends SimpleTypeSerializerSnapshot<Pane> {
        /** Called by Flink. */
        public PaneSnapshot() {
            super(PaneSerializer::new);
        }
    }
}
