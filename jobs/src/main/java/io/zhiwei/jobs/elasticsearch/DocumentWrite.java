package io.zhiwei.jobs.elasticsearch;

import java.io.Serializable;

/**
 * One document to index.
 *
 * @param index index or alias
 * @param id document id
 * @param version external version: only a higher one replaces a document
 * @param json the document
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of every document would be waste.
public record DocumentWrite(String index, String id, long version, byte[] json) implements Serializable {

    /** Bytes of a bulk request around a document: its action line. */
    private static final int ACTION_BYTES = 100;

    /** Returns about how many bytes the write takes in a bulk request. */
    long bulkBytes() {
        return ACTION_BYTES + index.length() + id.length() + (long) json.length;
    }
}
