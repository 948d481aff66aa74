package io.zhiwei.models.keyed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How visits travel and panes are kept: a number of the format, then the fields in their order. What a later release adds gets another
 * number, so that it reads what an earlier one kept.
 */
public final class EntityFormat {

    private static final int FORMAT = 1;
    private static final int VISIT_AGAIN = 2;
    private static final int CARRIED = 1;
    private static final int UNBOUNDED = 2;
    private static final int VERSIONED = 4;
    private static final int FINGERPRINTED = 8;
    private static final int FIRES = 16;
    private static final double[] NO_NUMBERS = {};
    private static final String[] NO_TEXTS = {};
    private static final byte[][] NO_SKETCHES = {};

    private EntityFormat() {}

    /** Writes a visit. */
    public static void write(Visit visit, DataOutput out) throws IOException {
        out.writeByte(visit.again() ? VISIT_AGAIN : FORMAT);
        Packing.writeText(visit.modelId(), out);
        Packing.writeCount(visit.modelVersion(), out);
        Packing.writeText(visit.indicator(), out);
        Packing.writeText(visit.entity(), out);
        write(visit.entry(), out);
    }

    /**
     * Reads a visit.
     *
     * @throws IOException if a later release wrote it
     */
    public static Visit readVisit(DataInput in) throws IOException {
        int format = in.readUnsignedByte();
        checkFormat(format == VISIT_AGAIN ? FORMAT : format);
        return new Visit(
                Packing.readText(in),
                Packing.readCount(in),
                Packing.readText(in),
                Packing.readText(in),
                readEntry(in),
                format == VISIT_AGAIN);
    }

    /** Writes a pane. */
    public static void write(Pane pane, DataOutput out) throws IOException {
        out.writeByte(FORMAT);
        Packing.writeCount(pane.entries().size(), out);
        for (Entry entry : pane.entries()) {
            write(entry, out);
        }
        Packing.writeCount(pane.rest().size(), out);
        for (Pane.Rest rest : pane.rest()) {
            write(rest, out);
        }
    }

    /**
     * Reads a pane.
     *
     * @throws IOException if a later release wrote it
     */
    public static Pane readPane(DataInput in) throws IOException {
        checkFormat(in.readUnsignedByte());
        int size = Packing.readCount(in);
        List<Entry> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            entries.add(readEntry(in));
        }
        int others = Packing.readCount(in);
        List<Pane.Rest> rest = others == 0 ? List.of() : new ArrayList<>(others);
        for (int i = 0; i < others; i++) {
            rest.add(readRest(in));
        }
        return new Pane(entries, rest);
    }

    private static void checkFormat(int format) throws IOException {
        if (format != FORMAT) {
            throw new IOException("An entity was kept in format " + format + "; this release reads " + FORMAT);
        }
    }

    private static void write(Entry entry, DataOutput out) throws IOException {
        Carrier carrier = entry.carrier();
        int has = (carrier == null ? 0 : CARRIED)
                | (entry.until() == Long.MAX_VALUE ? UNBOUNDED : 0)
                | (entry.version() == 0 ? 0 : VERSIONED)
                | (entry.fingerprint() == 0 ? 0 : FINGERPRINTED)
                | (entry.fires() ? FIRES : 0);
        out.writeByte(has);
        Packing.writeCount(entry.feed(), out);
        Packing.writeText(entry.id(), out);
        out.writeLong(entry.time());
        writeIf((has & UNBOUNDED) == 0, entry.until(), out);
        writeIf((has & VERSIONED) != 0, entry.version(), out);
        writeIf((has & FINGERPRINTED) != 0, entry.fingerprint(), out);
        if (entry.fires()) {
            out.writeDouble(entry.fired());
        }
        writeNumbers(entry.numbers(), out);
        Packing.writeCount(entry.texts().length, out);
        for (String text : entry.texts()) {
            Packing.writeText(text, out);
        }
        Packing.writeText(entry.corrects(), out);
        Packing.writeCount(entry.count(), out);
        if (carrier != null) {
            Packing.writeBytes(carrier.packed(), out);
        }
    }

    private static Entry readEntry(DataInput in) throws IOException {
        int has = in.readUnsignedByte();
        int feed = Packing.readCount(in);
        String id = Packing.readText(in);
        long time = in.readLong();
        long until = readIf((has & UNBOUNDED) == 0, Long.MAX_VALUE, in);
        long version = readIf((has & VERSIONED) != 0, 0, in);
        long fingerprint = readIf((has & FINGERPRINTED) != 0, 0, in);
        double fired = (has & FIRES) != 0 ? in.readDouble() : Double.NaN;
        double[] numbers = readNumbers(in);
        String[] texts = readTexts(in);
        String corrects = Packing.readText(in);
        int count = Packing.readCount(in);
        @Nullable Carrier carrier = (has & CARRIED) == 0 ? null : Carrier.packed(Packing.readBytes(in));
        return new Entry(feed, id, time, until, version, numbers, texts, fingerprint, corrects, count, fired, carrier);
    }

    private static void write(Pane.Rest rest, DataOutput out) throws IOException {
        Packing.writeCount(rest.feed(), out);
        out.writeLong(rest.latest());
        out.writeLong(rest.count());
        writeNumbers(rest.sums(), out);
        Packing.writeCount(rest.sketches().length, out);
        for (byte[] sketch : rest.sketches()) {
            Packing.writeBytes(sketch, out);
        }
    }

    private static Pane.Rest readRest(DataInput in) throws IOException {
        int feed = Packing.readCount(in);
        long latest = in.readLong();
        long count = in.readLong();
        double[] sums = readNumbers(in);
        int members = Packing.readCount(in);
        byte[][] sketches = members == 0 ? NO_SKETCHES : new byte[members][];
        for (int i = 0; i < members; i++) {
            sketches[i] = Packing.readBytes(in);
        }
        return new Pane.Rest(feed, latest, count, sums, sketches);
    }

    private static void writeIf(boolean needed, long number, DataOutput out) throws IOException {
        if (needed) {
            out.writeLong(number);
        }
    }

    private static long readIf(boolean written, long otherwise, DataInput in) throws IOException {
        return written ? in.readLong() : otherwise;
    }

    private static void writeNumbers(double[] numbers, DataOutput out) throws IOException {
        Packing.writeCount(numbers.length, out);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    private static double[] readNumbers(DataInput in) throws IOException {
        int size = Packing.readCount(in);
        double[] numbers = size == 0 ? NO_NUMBERS : new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

    private static String[] readTexts(DataInput in) throws IOException {
        int size = Packing.readCount(in);
        String[] texts = size == 0 ? NO_TEXTS : new String[size];
        for (int i = 0; i < size; i++) {
            texts[i] = Packing.readText(in);
        }
        return texts;
    }
}
