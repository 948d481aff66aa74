package io.zhiwei.models.measure.expression;

import org.jspecify.annotations.Nullable;

/** Arithmetic as CEL defines it: what overflows, and whole numbers divided by zero, give no value. */
final class Arithmetic {

    private Arithmetic() {}

    static @Nullable Long whole(String operator, long a, long b) {
        try {
            return switch (operator) {
                case "_+_" -> Math.addExact(a, b);
                case "_-_" -> Math.subtractExact(a, b);
                case "_*_" -> Math.multiplyExact(a, b);
                case "_/_" -> a == Long.MIN_VALUE && b == -1 ? null : (Long) (a / b);
                default -> a == Long.MIN_VALUE && b == -1 ? null : (Long) (a % b);
            };
        } catch (ArithmeticException noValue) {
            return null;
        }
    }

    static double real(String operator, double a, double b) {
        return switch (operator) {
            case "_+_" -> a + b;
            case "_-_" -> a - b;
            case "_*_" -> a * b;
            default -> a / b;
        };
    }

    /** Returns a number without its fraction; no value where no whole number is as large. */
    static @Nullable Long truncated(double number) {
        return Math.abs(number) < 0x1p63 ? (Long) (long) number : null;
    }
}
