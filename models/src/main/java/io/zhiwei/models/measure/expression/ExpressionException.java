package io.zhiwei.models.measure.expression;

/** An expression that cannot be used, with the reason and the nearest right name. */
public final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    ExpressionException(String message) {
        super(message);
    }
}
