package io.zhiwei.models.keyed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How texts and lists of them are written where every byte is kept a million times. */
final class Packing {

    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private Packing() {}

    /** Writes a number, a small one that is not negative in one byte. */
    static void writeCount(int count, DataOutput out) throws IOException {
        int left = count;
        while ((left & ~SEVEN_BITS) != 0) {
            out.writeByte(left & SEVEN_BITS | MORE);
            left >>>= 7;
        }
        out.writeByte(left);
    }

    static int readCount(DataInput in) throws IOException {
        int count = 0;
        int shift = 0;
        int next = in.readUnsignedByte();
        while ((next & MORE) != 0) {
            count |= (next & SEVEN_BITS) << shift;
            shift += 7;
            next = in.readUnsignedByte();
        }
        return count | next << shift;
    }

    static void writeText(String text, DataOutput out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    static String readText(DataInput in) throws IOException {
        byte[] bytes = readBytes(in);
        return bytes.length == 0 ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        writeCount(bytes.length, out);
        out.write(bytes, 0, bytes.length);
    }

    static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[readCount(in)];
        in.readFully(bytes);
        return bytes;
    }

    static void writeTexts(List<String> texts, DataOutput out) throws IOException {
        writeCount(texts.size(), out);
        for (String text : texts) {
            writeText(text, out);
        }
    }

    static List<String> readTexts(DataInput in) throws IOException {
        int size = readCount(in);
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(readText(in));
        }
        return List.copyOf(texts);
    }

    static void writeTexts(Map<String, String> texts, DataOutput out) throws IOException {
        writeCount(texts.size(), out);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            writeText(text.getKey(), out);
            writeText(text.getValue(), out);
        }
    }

    /** Reads named texts in the order in which they were written. */
    static Map<String, String> readNamedTexts(DataInput in) throws IOException {
        int size = readCount(in);
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            texts.put(readText(in), readText(in));
        }
        return texts;
    }
}
