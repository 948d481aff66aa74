package io.zhiwei.jobs.elasticsearch;

/** What became of one document of a bulk request. */
public enum BulkOutcome {
    /** It is in the index. */
    STORED,
    /** The index holds this version or a newer one: what we wanted is there. */
    CONFLICT,
    /** The index could not take it now; the same write may succeed later. */
    RETRY,
    /** The document itself was refused; no repetition will help. */
    REJECTED;

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int VERSION_CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /**
     * Classifies the status of a document in a bulk response. A missing permission and a write block (401, 403) lie in
     * the index's configuration, not in the document, so they wait for the operator.
     */
    static BulkOutcome ofDocument(int status) {
        if (status >= OK && status < MULTIPLE_CHOICES) {
            return STORED;
        }
        if (status == VERSION_CONFLICT) {
            return CONFLICT;
        }
        boolean later = status >= SERVER_ERROR
                || status == TOO_MANY_REQUESTS
                || status == REQUEST_TIMEOUT
                || status == UNAUTHORIZED
                || status == FORBIDDEN;
        return later ? RETRY : REJECTED;
    }
}
