package io.zhiwei.models.screening;

import io.zhiwei.models.text.NormalText;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/** The text of an event: its text fields one after the other, each position knowing its field. */
final class EventText {

    static final EventText NOTHING = new EventText("", List.of(), new int[0]);

    private static final char BORDER = '\n';

    private final String joined;
    private final List<String> fields;
    private final int[] ends;

    private EventText(String joined, List<String> fields, int[] ends) {
        this.joined = joined;
        this.fields = fields;
        this.ends = ends;
    }

    static EventText of(IndexedRecord event, List<String> fields, int[] positions) {
        int[] ends = new int[positions.length];
        String only = null;
        StringBuilder joined = null;
        for (int i = 0; i < positions.length; i++) {
            String text = EventFields.text(event, positions[i]);
            if (!text.isEmpty()) {
                if (only == null) {
                    only = text;
                } else {
                    joined = joined == null ? new StringBuilder(only) : joined;
                    joined.append(BORDER).append(text);
                }
            }
            ends[i] = joined != null ? joined.length() : only == null ? 0 : only.length();
        }
        String all = joined != null ? joined.toString() : only == null ? "" : only;
        return new EventText(all, fields, ends);
    }

    String joined() {
        return joined;
    }

    /** Returns the field in which an offset of the joined text lies. */
    String fieldAt(int offset) {
        for (int i = 0; i < ends.length; i++) {
            if (offset < ends[i]) {
                return fields.get(i);
            }
        }
        return fields.isEmpty() ? "" : fields.get(fields.size() - 1);
    }

    /** Returns the offsets of the joined text at which the field around an offset starts and ends. */
    int[] bordersAround(int offset) {
        int start = 0;
        for (int end : ends) {
            if (offset < end) {
                return new int[] {start, end};
            }
            start = end == 0 ? 0 : Math.min(joined.length(), end + 1);
        }
        return new int[] {0, joined.length()};
    }

    /** Returns whether nothing was said at all. */
    boolean isEmpty() {
        return joined.isEmpty();
    }

    /** A part of a normal form that is to be quoted. */
    record Part(int start, int end) {
        int originalStart(NormalText text) {
            return text.originalStart(start);
        }

        int originalEnd(NormalText text) {
            return text.originalEnd(end - 1);
        }
    }
}
