package io.zhiwei.models.keyed;

import io.zhiwei.models.assessment.EventRef;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Profile;
import io.zhiwei.models.assessment.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The event of an entry, whose subject receives what a visit finds, packed: an event lies at several entities for days, and hardly one
 * in a thousand is ever told of.
 */
public final class Carrier {

    private static final int FORMAT = 1;

    private final byte[] packed;

    private Carrier(byte[] packed) {
        this.packed = packed;
    }

    /** Packs an event; its findings stay behind. */
    public static Carrier of(Findings event) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(FORMAT);
            Packing.writeText(event.subject().kind(), out);
            Packing.writeText(event.subject().id(), out);
            Packing.writeText(event.subject().name(), out);
            Packing.writeText(event.modelId(), out);
            Packing.writeCount(event.modelVersion(), out);
            Packing.writeText(event.event().topic(), out);
            Packing.writeText(event.profile().regionCode(), out);
            Packing.writeText(event.profile().zoneCode(), out);
            Packing.writeText(event.profile().leadAgency(), out);
            Packing.writeTexts(event.profile().particulars(), out);
            out.writeDouble(event.multiplier());
            Packing.writeTexts(event.factors(), out);
            Packing.writeTexts(event.exemptions(), out);
            return new Carrier(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what {@link #packed} gave. */
    static Carrier packed(byte[] packed) {
        return new Carrier(packed);
    }

    /** Returns the bytes, which nobody may change. */
    byte[] packed() {
        return packed;
    }

    /**
     * Returns the event without findings.
     *
     * @param eventId its identifier at its source
     * @param time event time, milliseconds
     */
    Findings findings(String eventId, long time) {
        try {
            DataInput in = read();
            Subject subject = new Subject(Packing.readText(in), Packing.readText(in), Packing.readText(in));
            String modelId = Packing.readText(in);
            int version = Packing.readCount(in);
            EventRef event = new EventRef(eventId, Packing.readText(in), Instant.ofEpochMilli(time));
            Profile profile = new Profile(
                    Packing.readText(in), Packing.readText(in), Packing.readText(in), Packing.readNamedTexts(in));
            return new Findings(
                    modelId,
                    version,
                    subject,
                    event,
                    profile,
                    in.readDouble(),
                    Packing.readTexts(in),
                    Packing.readTexts(in),
                    List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataInput read() throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
        int format = in.readUnsignedByte();
        if (format != FORMAT) {
            throw new IOException("An event was packed in format " + format + "; this release reads " + FORMAT);
        }
        return in;
    }

    /** Returns kind and identifier of the subject. */
    String subject() {
        try {
            DataInput in = read();
            return Packing.readText(in) + "|" + Packing.readText(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Carrier carrier && Arrays.equals(packed, carrier.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return "the carrier of an event about " + subject();
    }
}
