package io.zhiwei.models.measure.distinct;

import java.util.Collection;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;

/**
 * Estimates how many different texts there are, in two kilobytes at most, with HyperLogLog (Flajolet et al. 2007) as Apache
 * DataSketches has it. With 2048 registers the relative standard error is below 2 % of one sketch and 2.3 % of a union; up to
 * some dozens of texts are counted nearly exactly. A sketch is the bytes in which it is kept; it is never changed.
 */
public final class DistinctSketch {

    private static final int LG_REGISTERS = 11;
    private static final byte[] EMPTY = new byte[0];

    private DistinctSketch() {}

    /** Returns the sketch of nothing. */
    public static byte[] empty() {
        return EMPTY;
    }

    /** Returns a sketch with one more text. */
    public static byte[] with(byte[] sketch, String text) {
        HllSketch hll = sketch.length == 0 ? new HllSketch(LG_REGISTERS, TgtHllType.HLL_8) : HllSketch.heapify(sketch);
        hll.update(text);
        return hll.toCompactByteArray();
    }

    /** Returns how many different texts sketches and further texts hold together. */
    public static double estimate(Collection<byte[]> sketches, Collection<String> texts) {
        Union union = new Union(LG_REGISTERS);
        for (byte[] sketch : sketches) {
            if (sketch.length > 0) {
                union.update(HllSketch.heapify(sketch));
            }
        }
        texts.forEach(union::update);
        return union.getEstimate();
    }
}
