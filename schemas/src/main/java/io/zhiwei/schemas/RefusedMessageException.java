package io.zhiwei.schemas;

import org.jspecify.annotations.NullMarked;

/** Says why a message is refused, with a category to count by. */
@NullMarked
public final class RefusedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final DeadLetterReason reason;

    /** Makes one; it carries no stack trace, because bad input may come by the million. */
    public RefusedMessageException(DeadLetterReason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Returns the category. */
    public DeadLetterReason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
