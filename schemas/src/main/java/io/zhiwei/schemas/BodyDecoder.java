package io.zhiwei.schemas;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Avro binary decoding of untrusted bytes. Avro's own decoder allocates what a length prefix asks for before it looks
 * whether the bytes are there, so six bytes can exhaust the memory, and it replaces broken UTF-8 silently. This one
 * refuses both. Every collection element is taken to occupy at least one byte, which holds for all our contracts.
 */
@NullMarked
final class BodyDecoder extends Decoder {

    private static final int MAX_INT_BYTES = 5;
    private static final int MAX_LONG_BYTES = 10;
    private static final char REPLACEMENT = '\uFFFD';

    private byte[] bytes = new byte[0];
    private int position;
    private int limit;

    /** Points the decoder at the body of a message. */
    void reset(byte[] message, int from) {
        bytes = message;
        position = from;
        limit = message.length;
    }

    int remaining() {
        return limit - position;
    }

    @Override
    public void readNull() {
        // Null occupies no byte.
    }

    @Override
    public boolean readBoolean() throws IOException {
        byte value = next();
        if (value != 0 && value != 1) {
            throw new MalformedBodyException("a boolean is " + value);
        }
        return value == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = readVariable(MAX_INT_BYTES);
        if (value != (int) value) {
            throw new MalformedBodyException("an int has more than 32 bits");
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        return readVariable(MAX_LONG_BYTES);
    }

    private long readVariable(int maxBytes) throws IOException {
        long raw = 0;
        for (int i = 0; i < maxBytes; i++) {
            byte part = next();
            raw |= (part & 0x7FL) << (7 * i);
            if (part >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw new MalformedBodyException("a number is longer than " + maxBytes + " bytes");
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat((int) littleEndian(Float.BYTES));
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble(littleEndian(Double.BYTES));
    }

    private long littleEndian(int length) throws IOException {
        int start = take(length);
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[start + i] & 0xFFL;
        }
        return value;
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public String readString() throws IOException {
        int length = length();
        int start = take(length);
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireWellFormed(start, length);
        }
        return text;
    }

    private void requireWellFormed(int start, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
        } catch (CharacterCodingException e) {
            throw new MalformedTextException("text is not well-formed UTF-8 (a lone surrogate or a cut character)");
        }
    }

    @Override
    public void skipString() throws IOException {
        take(length());
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        int length = length();
        int start = take(length);
        byte[] copy = new byte[length];
        System.arraycopy(bytes, start, copy, 0, length);
        return ByteBuffer.wrap(copy);
    }

    @Override
    public void skipBytes() throws IOException {
        take(length());
    }

    @Override
    public void readFixed(byte[] target, int from, int length) throws IOException {
        System.arraycopy(bytes, take(length), target, from, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        take(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return blockCount();
    }

    @Override
    public long arrayNext() throws IOException {
        return blockCount();
    }

    @Override
    public long skipArray() throws IOException {
        return skipBlocks();
    }

    @Override
    public long readMapStart() throws IOException {
        return blockCount();
    }

    @Override
    public long mapNext() throws IOException {
        return blockCount();
    }

    @Override
    public long skipMap() throws IOException {
        return skipBlocks();
    }

    private long blockCount() throws IOException {
        long count = readLong();
        if (count < 0) {
            count = -count;
            readLong();
        }
        return possible(count);
    }

    /** Skips the blocks that carry their size; returns the count of the first that does not, 0 at the end. */
    private long skipBlocks() throws IOException {
        for (long count = readLong(); ; count = readLong()) {
            if (count >= 0) {
                return possible(count);
            }
            take(length());
        }
    }

    private long possible(long count) throws IOException {
        if (count < 0 || count > remaining()) {
            throw new EOFException("a collection claims " + count + " elements, " + remaining() + " bytes are left");
        }
        return count;
    }

    private int length() throws IOException {
        long length = readLong();
        if (length < 0) {
            throw new MalformedBodyException("a length is negative");
        }
        if (length > remaining()) {
            throw new EOFException("a length says " + length + " bytes, " + remaining() + " are left");
        }
        return (int) length;
    }

    private byte next() throws IOException {
        return bytes[take(1)];
    }

    private int take(int length) throws IOException {
        if (length > remaining()) {
            throw new EOFException("the message ends in the middle of a value");
        }
        int start = position;
        position += length;
        return start;
    }

    /** Bytes that no writer of the schema produces. */
    static final class MalformedBodyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedBodyException(String message) {
            super(message, null, false, false);
        }
    }

    /** Text that no UTF-8 writer produces. */
    static final class MalformedTextException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedTextException(String message) {
            super(message, null, false, false);
        }
    }
}
